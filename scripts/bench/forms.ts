/** Reads a page's form as a browser without JavaScript does: by what stands in the markup. */
export type FormFields = [name: string, value: string][];

type Tag = Record<string, string>;

/** The fields of the form that has an input of this name, as they would be sent untouched. Throws where there is none. */
export function readForm(html: string, having: string): FormFields {
  for (const [form] of html.matchAll(/<form[\s>][\s\S]*?<\/form>/g)) {
    const inputs = [...form.matchAll(/<(?:input|textarea|select)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map((match) => attributes(match[1] ?? ''));
    if (inputs.some((input) => input.name === having)) return inputs.flatMap(asSent);
  }
  throw new Error(`No form on the page has a field called ${having}`);
}

/** What the form says, with these instead of what it had. */
export function fillIn(fields: FormFields, typed: Record<string, string>): FormFields {
  return [...fields.filter(([name]) => !(name in typed)), ...Object.entries(typed)];
}

export function asBody(fields: FormFields): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return body;
}

function asSent(input: Tag): FormFields {
  if (!input.name || 'disabled' in input) return [];
  if (input.type === 'submit') return [];
  if ((input.type === 'radio' || input.type === 'checkbox') && !('checked' in input)) return [];
  return [[input.name, input.value ?? '']];
}

function attributes(text: string): Tag {
  return Object.fromEntries([...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map((match) => [match[1]!, unescaped(match[2] ?? '')]));
}

const signs: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

/** The text that this markup stands for. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (signs[name ?? ''] ?? whole),
  );
}
