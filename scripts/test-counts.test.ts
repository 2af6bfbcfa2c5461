import { describe, expect, test } from 'vitest';
import { add, countPlaywright, countStep, countVitest, inOneLine } from './test-counts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });
const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [file('failed', 'passed', 'failed')] };

describe('the closing line', () => {
  test('sums what each runner counted, and leaves out what there is none of', () => {
    expect(inOneLine(add([countStep(0), countStep(2), countVitest(report, 1)]))).toBe('4 passed, 2 failed, 2 skipped');
    expect(inOneLine(add([countStep(0)]))).toBe('1 passed, 0 failed');
  });

  test('counts a file that could not be read as failed', () => {
    expect(countVitest({ ...report, numFailedTests: 0, testResults: [file('failed')] }, 1).failed).toBe(1);
  });

  test('counts a runner that ends badly without a failed test as failed', () => {
    expect(countVitest({ ...report, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1);
    expect(countVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } }, null).failed).toBe(1);
  });

  test('counts a runner that wrote no report as failed only where it ended badly or was ended', () => {
    expect(countPlaywright(null, null).failed).toBe(1);
  });

  test('counts a browser test that passed at a second try as failed', () => {
    expect(countPlaywright({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 4 } }, 1)).toEqual({ passed: 2, failed: 2, skipped: 4 });
  });
});
