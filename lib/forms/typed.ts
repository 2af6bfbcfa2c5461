import type { z } from 'zod';
import type { Issue, TypedValues } from '@/lib/forms/state';

/** What a post carries besides what was typed, and what was typed. Names with an underscore or a dollar sign are ours. */
export function typedValues(data: FormData): {
  values: TypedValues;
  /** As the schema reads it: every name once, lists where a name came more than once, with `version` where the form had one. */
  input: Record<string, unknown>;
  key: string | null;
  form: string | null;
  page: string | null;
  version: string | null;
  /** The account its page was made for. */
  who: string | null;
  intent: string | null;
  /** Whether the caller leads on by itself: a route that takes files. */
  told: boolean;
} {
  const own = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : null;
  };
  const values: TypedValues = {};
  for (const [name, value] of data.entries()) {
    if (name.startsWith('$') || name.startsWith('_') || typeof value !== 'string') continue;
    // One way to break a line, whichever the browser sends.
    const text = value.replaceAll('\r\n', '\n');
    const before = values[name];
    values[name] = before === undefined ? text : [...[before].flat(), text];
  }
  const version = own('_version');
  return { values, input: version === null ? { ...values } : { ...values, version }, key: own('_key'), form: own('_form'), page: own('_page'), version, who: own('_who'), intent: own('_intent'), told: own('_told') !== null };
}

/** zod's findings in the words the schema gives, one to a field. */
export function issuesOf(error: z.ZodError): Issue[] {
  const issues: Issue[] = [];
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : undefined;
    if (!issues.some((earlier) => earlier.field === field)) issues.push({ field, message: issue.message });
  }
  return issues;
}
