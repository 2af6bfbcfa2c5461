'use client';

/** The last resort, where even the shell of a page could not be made. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>There is a problem with the service · Case Review Tracker</title>
        <main>
          <h1>There is a problem with the service</h1>
          <p>Try again in a minute.</p>
          {error.digest && <p>If it goes on, tell the business unit this reference: <b>{error.digest}</b></p>}
        </main>
      </body>
    </html>
  );
}
