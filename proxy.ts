import { NextResponse, type NextRequest } from 'next/server';
import { saidCookie, saysSomething, unsaid } from '@/lib/access/said';

/**
 * Sets what every page is sent with, and passes the address on so that sign-in can come back to it. It decides nothing about
 * who may see what: authority lies with the database, and would be the same with this file gone.
 */
export function proxy(request: NextRequest) {
  // A post from another site is turned away quietly here; what takes posts asks the same again (`isOwnOrigin`).
  const origin = request.headers.get('origin');
  if (request.method !== 'GET' && request.method !== 'HEAD' && origin !== null && origin !== ownOrigin()) return new NextResponse(null, { status: 403 });
  const address = request.nextUrl.pathname + request.nextUrl.search;
  const said = request.method === 'GET' && saysSomething(address) ? saidCookie(address) : null;
  if (said && !request.cookies.has(said)) return NextResponse.redirect(unsaid(request.nextUrl.href));
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${process.env.NODE_ENV === 'development' ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-crt-path', address);
  headers.set('x-crt-began', String(began(request)));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  if (said) response.cookies.set(said, '', { path: '/', maxAge: 0 });
  return response;
}

/**
 * When this request began, by which every wait of it is measured. After a form has been saved its next page is fetched from within, with the
 * headers of the post: that fetch is part of the same request. An instant that cannot be such a post's is anybody's invention.
 */
function began(request: NextRequest): number {
  const now = Date.now();
  const given = Number(request.headers.get('x-crt-began'));
  return given > now - 5_000 && given <= now ? given : now;
}

function ownOrigin(): string | null {
  const address = process.env.NEXTAUTH_URL;
  return address && URL.canParse(address) ? new URL(address).origin : null;
}

// What takes files reads them as they come: here their bodies would be held, and cut at 10 MB.
export const config = { matcher: ['/((?!_next/static/|api/health$|plan/[^/]+/evidence/upload$).*)'] };
