import type { ReactNode } from 'react';

export type FrameLink = { href: string; label: string };
export type NavItem = FrameLink & { current?: boolean };

// A plain link like all others: a page here is personal, so none is fetched ahead or kept by the browser.
const home = '/';

type FrameProps = {
  /** What the browser tab says before the name of the product. */
  title: string;
  /** A `PageHeading`, above the children. */
  heading?: ReactNode;
  partnership?: string;
  person?: { name: string; membership: string; links: FrameLink[]; signOut?: ReactNode };
  nav?: NavItem[];
  /** The one search box: where it goes, and what was looked for. */
  search?: { action: string; value?: string };
  demonstration?: boolean;
  back?: FrameLink;
  /** What ends every print: how sensitive it is, who would be printing it, and when. Seen in print only. */
  printed?: string;
  footer?: FrameLink[];
  children: ReactNode;
};

/**
 * The page frame inside `<body>`: skip link, top bar, navigation, `<main>`, footer. The title comes last, so that the error title of a form
 * inside stands before it in the document and is the one the browser shows. For that a page awaits its data before it returns its frame.
 */
export function Frame({ title, heading, partnership, person, nav = [], search, demonstration, back, printed, footer = [], children }: FrameProps) {
  return (
    <>
      <a className="skip" href="#main">Skip to main content</a>
      <header>
        <div className="top">
          <div className="wide">
            <a className="product" href={home}>Case Review Tracker</a>
            {partnership && <span className="partnership">{partnership}</span>}
            {person && <PersonMenu {...person} />}
          </div>
        </div>
        {nav.length > 0 && <Navigation items={nav} search={search} />}
        {demonstration && <p className="demonstration"><span className="wide">Demonstration: invented cases, not for real children’s information</span></p>}
      </header>
      <div className="wide page">
        {back && <nav className="back no-print" aria-label="Back"><a href={back.href}>{back.label}</a></nav>}
        <main id="main" tabIndex={-1}>
          {heading}
          {children}
        </main>
      </div>
      {printed && <p className="printed">{printed}</p>}
      <footer className="foot">
        <div className="wide">
          {footer.length > 0 && <ul>{footer.map((link) => <li key={link.href}><a href={link.href}>{link.label}</a></li>)}</ul>}
          <p>Case Review Tracker{partnership && ` · ${partnership}`}</p>
        </div>
      </footer>
      <title>{`${title} · Case Review Tracker`}</title>
    </>
  );
}

function PersonMenu({ name, membership, links, signOut }: NonNullable<FrameProps['person']>) {
  return (
    <details className="person">
      <summary>{name} <span className="membership">{membership}</span></summary>
      <ul>
        {links.map((link) => <li key={link.href}><a href={link.href}>{link.label}</a></li>)}
        {signOut && <li>{signOut}</li>}
      </ul>
    </details>
  );
}

/** The same links twice: in a row, and behind "Menu" on a phone. The style sheet takes one of them out of the page, also for listeners. */
function Navigation({ items, search }: { items: NavItem[]; search?: { action: string; value?: string } }) {
  const links = <ul>{items.map((item) => <li key={item.href}><a href={item.href} aria-current={item.current ? 'page' : undefined}>{item.label}</a></li>)}</ul>;
  return (
    <div className="navigation no-print">
      <div className="wide">
        <nav className="nav-row" aria-label="Main">{links}</nav>
        <nav className="nav-menu" aria-label="Menu">
          <details>
            <summary>Menu</summary>
            {links}
          </details>
        </nav>
        {search && (
          <form role="search" action={search.action} method="get">
            <input type="search" name="q" defaultValue={search.value} aria-label="Search everything you may see" placeholder="Search everything you may see" />
            <button className="sr-only-until-focus">Search</button>
          </form>
        )}
      </div>
    </div>
  );
}
