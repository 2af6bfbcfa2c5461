/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // One partnership, one origin: the image optimiser is switched off (see docs/decisions).
  images: { unoptimized: true },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};
