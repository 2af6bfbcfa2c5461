import type { ReactNode } from 'react';
import { Frame } from '@/components/ui/frame';
import { PageHeading } from '@/components/ui/heading';

type VisitorFrameProps = { title: string; partnership?: string; demonstration?: boolean; soft?: ReactNode; children: ReactNode };

/** The frame of a page before anybody has signed in. */
export function VisitorFrame({ title, partnership, demonstration, soft, children }: VisitorFrameProps) {
  return (
    <Frame title={title} heading={<PageHeading soft={soft}>{title}</PageHeading>} partnership={partnership} demonstration={demonstration}>
      {children}
    </Frame>
  );
}
