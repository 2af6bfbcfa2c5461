import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DateField } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';

const shown = (understood: Record<string, string>) =>
  renderToStaticMarkup(<FormContext value={{ prefix: 'field-', attempt: 1, values: { sentOn: '14/3/26' }, issues: [], understood }}><DateField name="sentOn" label="Sent on" /></FormContext>);

test('a date that was read from a short form is said back beside what was typed', () => {
  expect(shown({ sentOn: 'Saturday 14 March 2026' })).toContain('“14/3/26” was understood as Saturday 14 March 2026');
  expect(shown({})).not.toContain('understood');
});
