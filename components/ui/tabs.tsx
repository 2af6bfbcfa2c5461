export type Tab = { href: string; label: string; /** How many it holds. */ count?: number; current?: boolean };

/** The pages of one record as links: each has its own address, so that it can be shared, printed and gone back to. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && ` (${tab.count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
