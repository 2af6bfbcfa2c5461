'use client';

import { Frame } from '@/components/ui/frame';
import { PageHeading } from '@/components/ui/heading';

/** Something broke, or the database is away. What was typed in a form with a draft is kept; the reference is in the log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Frame title="There is a problem with the service" heading={<PageHeading>There is a problem with the service</PageHeading>}>
      <p>Try again in a minute. What you had typed is kept as a draft from a few seconds before.</p>
      {error.digest && <p>If it goes on, tell the business unit this reference: <b>{error.digest}</b></p>}
      <p><a href="">Try again</a></p>
    </Frame>
  );
}
