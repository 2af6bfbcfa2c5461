import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Form } from '@/components/ui/form';
import { Who } from '@/components/ui/who';
import { untouched } from '@/lib/forms/state';

test('whatever a form sends, also to throw its draft away, says whose page it stood on', () => {
  const draft = { form: 'update-action:A-014', save: async () => ({ ended: true as const }), found: { text: 'Half' } };
  const html = renderToStaticMarkup(<Who accountId="jo"><Form action={async () => untouched} formKey="key" title="Update" submitLabel="Save update" draft={draft}>{null}</Form></Who>);
  const forms = html.match(/<form.*?<\/form>/gs)!;
  expect(forms).toHaveLength(2);
  for (const form of forms) expect(form).toContain('<input type="hidden" name="_who" value="jo"/>');
});
