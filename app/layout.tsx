import type { Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { fontClassName } from './font';
import './globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** The shell of every page. It reads nothing: a page opens one transaction, and this is not run again between pages. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for one request, so that its scripts carry that request's nonce.
  await connection();
  return (
    <html lang="en-GB" className={fontClassName}>
      <body>{children}</body>
    </html>
  );
}
