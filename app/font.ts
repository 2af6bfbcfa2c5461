import localFont from 'next/font/local';

// Names are written with more letters than English has: those come from a second file, fetched only by a page that uses one. It stands first in the
// list of fonts (see globals.css), because the stand-in for the main font would otherwise take its letters.
const more = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-more-letters',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF' }],
});

const main = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-main',
});

/** For `<html>`: Atkinson Hyperlegible Next, made for low vision, served from here. */
export const fontClassName = `${main.variable} ${more.variable}`;
