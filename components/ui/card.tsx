import { useId, type ReactNode } from 'react';

type CardProps = { title?: ReactNode; /** A small link or button beside the title. */ aside?: ReactNode; level?: 2 | 3; id?: string; children: ReactNode };

/** A white sheet with a heading. With a title it is a named section, so that one can jump from card to card by landmark or heading. */
export function Card({ title, aside, level = 2, id, children }: CardProps) {
  const made = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  if (!title) return <div className="card" id={id}>{children}</div>;
  return (
    <section className="card" id={id} aria-labelledby={made}>
      <div className="card-title">
        <Heading id={made}>{title}</Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
