import { readHealth } from '@/lib/jobs/health';

/** For whatever watches the server: whether it can do its work, and nothing about what is in it. */
export async function GET() {
  const health = await readHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
