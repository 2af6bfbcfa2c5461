// What a browser is shown where a page could not be made. The framework answers such a request with an empty document that its scripts fill
// in: without JavaScript one would look at nothing, and what had been typed would be gone. So whatever fails is answered here, in plain
// HTML: with what was typed, and a button that sends it again just as it was. Its key goes with it, so that it is saved once at most.
import { createHash, randomUUID } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';

/** As much as the framework takes from a form. */
const longestPost = 1_048_576;
const forms = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;
/** More than any form of ours has: each is answered with its markup around it. */
const mostFields = 500;
/** A form with one of these is typed again: they are sent back to nobody. */
const secret = /password|^code$/i;

/** From now on, for every server of this process. */
export function answerFailuresInPlainHtml() {
  diagnostics.subscribe('http.server.request.start', (message) => watch(message));
}

function watch({ request, response }) {
  // In the log with the failure, and on the page: what somebody reads out to the business unit.
  const reference = randomUUID().slice(0, 8);
  request.headers['x-crt-reference'] = reference;
  if (!wantsPage(request)) return;
  const body = request.method === 'POST' && forms.test(request.headers['content-type'] ?? '') ? keepBody(request) : null;
  replaceFailure(response, async () => outagePage({ typed: body ? await typedIn(body(), request.headers['content-type']) : [], reference }));
}

/** A browser asking for a whole page: not a script of ours that asks for a part of one, or sends a form. */
function wantsPage({ method, headers }) {
  return (method === 'GET' || method === 'POST') && /\btext\/html\b/.test(headers.accept ?? '') && !headers.rsc && !headers['next-action'];
}

/** A copy of what is read, for later: null where it was too long to keep. */
function keepBody(request) {
  const { push } = request;
  let chunks = [];
  let length = 0;
  request.push = (chunk, encoding) => {
    if (chunk) length += chunk.length;
    if (length > longestPost) chunks = [];
    else if (chunk) chunks.push(chunk);
    return push.call(request, chunk, encoding);
  };
  return () => (length > longestPost ? null : Buffer.concat(chunks));
}

async function typedIn(body, type) {
  if (!body) return [];
  try {
    const data = await new Response(body, { headers: { 'content-type': type } }).formData();
    const names = [...data.keys()];
    return names.length > mostFields || names.some((name) => secret.test(name)) ? [] : [...data].filter(([, value]) => typeof value === 'string');
  } catch {
    return [];
  }
}

/** Lets every answer through but a page that failed. What the framework says instead of it is not sent. */
function replaceFailure(response, page) {
  const { writeHead, write, end } = response;
  let failed = false;
  response.writeHead = (status, ...rest) => {
    if (status < 500 || /\bjson\b/.test(String(response.getHeader('content-type') ?? ''))) return writeHead.call(response, status, ...rest);
    failed = true;
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'etag', 'link', 'x-nextjs-cache']) response.removeHeader(name);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-security-policy', policy);
    return writeHead.call(response, status);
  };
  response.write = (chunk, ...rest) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!failed) return write.call(response, chunk, ...rest);
    rest.findLast((one) => typeof one === 'function')?.();
    return true;
  };
  response.end = (...given) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!failed) return end.apply(response, given);
    void page().then((html) => end.call(response, html, given.findLast((one) => typeof one === 'function')));
    return response;
  };
}

const style = `
*{box-sizing:border-box}body{margin:0;background:#f5f6f4;color:#16202a;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
header{background:#06323a;color:#fff;padding:.75rem 1.25rem;font-weight:700}main{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}a{color:#0b4f5c}dt{font-weight:700}dd{margin:0 0 1rem;padding:.5rem .75rem;background:#fff;border:1px solid #6b7883;white-space:pre-wrap}
button{font:inherit;font-weight:700;padding:.625rem 1.25rem;color:#fff;background:#0b4f5c;border:2px solid #06323a;border-radius:4px}
:focus-visible{outline:3px solid #fd0;outline-offset:2px;box-shadow:0 0 0 2px #16202a,0 0 0 7px #16202a}`;
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

function outagePage({ typed, reference }) {
  const title = typed.length > 0 ? 'This could not be saved just now' : 'There is a problem with the service';
  const seen = typed.filter(([name, value]) => !/^[_$]/.test(name) && value.trim() !== '');
  const again = typed.length > 0
    ? `<p>What you typed is below, and nothing of it is lost. Try again in a minute: it is sent just as it is, and saved only once.</p>
<form method="post" enctype="multipart/form-data">${typed.map(([name, value]) => `<textarea hidden name="${escape(name)}">\n${escape(value)}</textarea>`).join('')}
<p><button>Try again</button></p></form>
<h2>What you typed</h2><dl>${seen.map(([name, value]) => `<dt>${escape(inWords(name))}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`
    : `<p>Try again in a minute.</p><p><a href="">Try again</a></p>`;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Case Review Tracker</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head>
<body><header>Case Review Tracker</header><main><h1>${title}</h1>${again}
<p>If it goes on, tell the business unit this reference: <b>${reference}</b></p></main></body></html>`;
}

/** "nextStep" as "Next step": the labels of the form are not known here. */
function inWords(name) {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]+/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
