import { describe, expect, test } from 'vitest';
import { whyInstall } from './prepare.mjs';

const wanted = {
  packages: {
    '': {},
    'node_modules/next': { version: '16.4.6' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
    'node_modules/asked-for-by-nobody': { version: '1.0.0', extraneous: true },
  },
};

describe('the packages', () => {
  test('are installed where there are none', () => {
    expect(whyInstall(wanted, null)).toMatch(/^Installing/);
  });

  test('are left as they are where each is of the version wanted, and what is missing is for another kind of machine', () => {
    expect(whyInstall(wanted, { packages: { 'node_modules/next': { version: '16.4.6' } } })).toBeNull();
  });

  test('are installed anew where one is of another version, or is missing', () => {
    expect(whyInstall(wanted, { packages: { 'node_modules/next': { version: '16.4.5' } } })).toMatch(/anew/);
    expect(whyInstall(wanted, { packages: {} })).toMatch(/anew/);
  });
});
