/** Run once when the server starts: settings are checked before anybody is answered, and the jobs begin. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { settings } = await import('@/lib/env');
  settings();
  const { startJobs } = await import('@/lib/jobs/run');
  startJobs();
  const { offerSetUpCode } = await import('@/lib/access/set-up');
  await offerSetUpCode();
}

/** A failure is logged once, with the references that the person may see (the framework's, or the request's own on a plain page), and never with what the error says: it may hold what was typed. */
export async function onRequestError(error: unknown, request: { path: string; method: string; headers: NodeJS.Dict<string | string[]> }) {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/log/log');
  const { digest, name, code } = error as { digest?: string; name?: string; code?: string };
  log.error({ reference: request.headers['x-crt-reference'], digest, kind: name, code, method: request.method, path: request.path.split('?')[0]!.replace(/^\/sign-in\/.+/, '/sign-in/[token]') }, 'a request failed');
}
