import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const probe = fileURLToPath(new URL('./testing/time-zone-probe.ts', import.meta.url));

async function answersIn(TZ: string): Promise<{ offset: number; report: { days: unknown[]; instants: unknown[] } }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', probe], { env: { ...process.env, TZ } });
  return JSON.parse(stdout) as Awaited<ReturnType<typeof answersIn>>;
}

describe('the server’s own time zone', () => {
  it('changes no date: London, Auckland, Honolulu and UTC give the same answers', { timeout: 30_000 }, async () => {
    const [utc, london, auckland, honolulu] = await Promise.all(
      ['UTC', 'Europe/London', 'Pacific/Auckland', 'Pacific/Honolulu'].map(answersIn),
    );
    // The zones did take hold, and something was compared.
    expect([utc?.offset, london?.offset, auckland?.offset, honolulu?.offset]).toEqual([0, -60, -720, 600]);
    expect(utc?.report.days.length).toBeGreaterThan(50);
    expect(utc?.report.instants[0]).toEqual(['2026-03-29', '29 March 2026 at 00:30']);
    expect(london?.report).toEqual(utc?.report);
    expect(auckland?.report).toEqual(utc?.report);
    expect(honolulu?.report).toEqual(utc?.report);
  });
});
