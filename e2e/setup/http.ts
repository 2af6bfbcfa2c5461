import { request, type APIRequestContext, type APIResponse } from '@playwright/test';
import { expect } from './test';

/** Somebody without a browser: a cookie and nothing else, so that hundreds of requests take seconds. */
export type Caller = { name: string; cookie: string; get(path: string, headers?: Record<string, string>): Promise<APIResponse>; context: APIRequestContext };

const cookieName = 'crt-session';

export async function signedOut(baseURL: string): Promise<Caller> {
  return caller('nobody', baseURL, '');
}

/** Signs in with the form of "Try it as…", posted as a browser without JavaScript would. */
export async function callAs(name: string, baseURL: string): Promise<Caller> {
  const visitor = await request.newContext({ baseURL });
  const page = await (await visitor.get('/sign-in')).text();
  const form = formsIn(page).find((one) => one.fields.some(([field]) => field === 'then') && one.buttons.length > 1);
  const button = form?.buttons.find((one) => one.text.startsWith(`${name} `) || one.text.startsWith(`${name}`));
  if (!form || !button) throw new Error(`Nobody can try it as ${name}`);
  const answer = await visitor.post('/sign-in', { multipart: asFormData([...form.fields, [button.name, button.value]]), headers: { origin: baseURL }, maxRedirects: 0 });
  const set = answer.headersArray().find((header) => header.name.toLowerCase() === 'set-cookie' && header.value.startsWith(`${cookieName}=`))?.value;
  await visitor.dispose();
  expect(set, `a cookie for ${name}`).toBeDefined();
  return caller(name, baseURL, set!.split(';')[0]!);
}

async function caller(name: string, baseURL: string, cookie: string): Promise<Caller> {
  const context = await request.newContext({ baseURL, extraHTTPHeaders: cookie ? { cookie } : {} });
  return { name, cookie, context, get: (path, headers = {}) => context.get(path, { maxRedirects: 0, headers }) };
}

export type HtmlForm = { fields: [string, string][]; buttons: { name: string; value: string; text: string }[]; html: string };

/** The forms of a page as a browser would send them: hidden fields, texts, chosen options, ticked boxes. */
export function formsIn(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([whole, inside = '']) => ({ html: whole, fields: fieldsIn(inside), buttons: buttonsIn(inside) }));
}

function fieldsIn(html: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const match of html.matchAll(/<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const [, input, textarea, text, select, options] = match;
    const tag = input ?? textarea ?? select ?? '';
    const name = attribute(tag, 'name');
    if (!name) continue;
    if (select !== undefined) {
      const all = [...(options ?? '').matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
      fields.push([name, attribute(all.find((option) => /\bselected\b/.test(option)) ?? all[0] ?? '', 'value') ?? '']);
    } else if (textarea !== undefined) fields.push([name, decoded((text ?? '').replace(/^\n/, ''))]);
    else if (!/type="(checkbox|radio)"/.test(tag) || /\bchecked\b/.test(tag)) fields.push([name, attribute(tag, 'value') ?? '']);
  }
  return fields;
}

function buttonsIn(html: string): HtmlForm['buttons'] {
  return [...html.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, tag = '', inside = '']) => ({
    name: attribute(tag, 'name') ?? '',
    value: attribute(tag, 'value') ?? '',
    text: decoded(inside.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()),
  }));
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" })[name] ?? '');
}

export function asFormData(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) if (name) data.append(name, value);
  return data;
}
