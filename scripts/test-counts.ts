export type Counts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A step that is one test: it ended well or it did not. */
export function countStep(code: number | null): Counts {
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** A file that could not be read holds no test that failed, and counts as one. */
export function countVitest(report: VitestReport | null, code: number | null): Counts {
  if (!report) return countStep(code ?? 1);
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  return atLeastOneFailure(
    { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length, skipped: report.numPendingTests + report.numTodoTests },
    code,
  );
}

/** One that passed only when tried again has failed: what fails now and then is broken. */
export function countPlaywright(report: PlaywrightReport | null, code: number | null): Counts {
  if (!report) return countStep(code ?? 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

export function add(counts: Counts[]): Counts {
  return counts.reduce((sum, next) => ({ passed: sum.passed + next.passed, failed: sum.failed + next.failed, skipped: sum.skipped + next.skipped }), nothing);
}

export function inOneLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

// A runner that ends badly without a failing test (an error outside any test, a set-up that failed) must not pass.
function atLeastOneFailure(counts: Counts, code: number | null): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
