const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The image optimiser is off: nothing here needs it, and it has been a way in before.
  images: { unoptimized: true },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'pino'],
  // A proxy in front compresses; in here it costs a third of the pages a second.
  compress: false,
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  // What browsers ask for by themselves.
  // Where groups were before.
  redirects: async () => [{ source: '/partnership/groups/:path*', destination: '/groups/:path*', permanent: false }],
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // Signing out also empties what the browser kept of the pages before.
    { source: '/signed-out', headers: [{ key: 'Clear-Site-Data', value: '"cache"' }] },
  ],
};
