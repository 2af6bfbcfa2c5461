'use client';

import { useActionState, useEffect, useMemo, useRef, useState, type ComponentProps, type FormEvent, type ReactNode, type SubmitEvent } from 'react';
import { BothTexts } from '@/components/ui/both-texts';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { ErrorSummary, ErrorTitle } from '@/components/ui/error-summary';
import { FormContext } from '@/components/ui/form-context';
import { Notice } from '@/components/ui/notice';
import { goToSaid } from '@/components/ui/said';
import { useDraft, type DraftStatus, type SaveDraft } from '@/components/ui/use-draft';
import { useUpload, type Upload, type UploadStatus } from '@/components/ui/use-upload';
import { WhoField } from '@/components/ui/who';
import { untouched, type FormAction, type FormState, type Issue, type TypedValues } from '@/lib/forms/state';

type FormProps = {
  action: FormAction;
  /** Made anew for every page view: the same key twice is one event. */
  formKey: string;
  /** The version of the row as it was read. */
  version?: number;
  /** The title of the page, without the product's name: after an error the browser tab says "Error: " before it. */
  title: string;
  submitLabel: string;
  submitTone?: 'primary' | 'warning';
  /** What the fields start from. */
  values?: TypedValues;
  /** Goes with the form unseen, such as the reference of the record. */
  hidden?: Record<string, string>;
  /** With a draft the form saves itself as one types, and gets a "Save and come back" button for those without JavaScript. */
  draft?: { form: string; save: SaveDraft; found?: TypedValues; /** When that draft was saved: an instant, or already in words. */ foundAt?: string; /** The version it was typed over. */ version?: number | null };
  /** Further ways to send it, posted as `_intent`. Unless given, a form with a draft has "Save and come back". */
  secondary?: { intent: string; label: string }[];
  cancel?: { href: string; label?: string };
  /** For a form with a file: it is posted there, and comes back as a page, with what was wrong the last time. `action` then saves no more than drafts. */
  upload?: Upload & { issues: Issue[] };
  /** Only where a page has two forms: goes into every id of this one. */
  id?: string;
  /** Folds the form away under these words. It stands open where it has something to say, so that without JavaScript no answer is hidden. */
  folded?: string;
  children: ReactNode;
};

/**
 * Every form that saves something. It keeps what was typed through errors, conflicts and lost sessions; says what is wrong first and at the field;
 * cannot be sent twice at once; and works before, and without, JavaScript. Its fields are those of `field.tsx`, found by name.
 */
export function Form({ action, formKey, version, title, submitLabel, submitTone, values = {}, hidden = {}, draft, secondary, cancel, upload, id, folded, children }: FormProps) {
  const [told, post, posting] = useActionState(action, upload && upload.issues.length > 0 ? { ...untouched, attempt: 1, issues: upload.issues, values: draft?.found ?? {} } : untouched);
  const [stopped, setStopped] = useState<FormState | null>(null);
  const state = stopped ?? told;
  const sent = useUpload(upload?.to);
  const pending = posting || sent.status.kind === 'sending';
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const answered = useRef(state.attempt);
  const { status, changed } = useDraft(form, draft?.save, pending);

  useEffect(() => {
    if (pending) return;
    // Saved, on this same page: had it gone wrong, what is wrong would have the focus.
    if (sending.current && state.attempt === answered.current) goToSaid();
    sending.current = false;
    answered.current = state.attempt;
  }, [pending, state.attempt]);

  const attempted = state.attempt > 0;
  const prefix = id ? `field-${id}-` : 'field-';
  const start = attempted ? state.values : (draft?.found ?? values);
  const context = useMemo(() => ({ prefix, attempt: state.attempt, values: start, issues: state.issues, understood: state.understood ?? {} }), [prefix, state.attempt, start, state.issues, state.understood]);
  const others = secondary ?? (draft ? [{ intent: 'draft', label: 'Save and come back' }] : []);
  const problem = state.issues.length > 0 || state.refusal !== undefined;

  function once(event: FormEvent) {
    if (sending.current) event.preventDefault();
    else sending.current = true;
  }

  function sendWithFile(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current || !upload) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const file = data.get('file');
    if (file instanceof File && file.size > upload.largest) {
      const values = Object.fromEntries([...data].filter((field): field is [string, string] => typeof field[1] === 'string'));
      setStopped({ ...untouched, attempt: state.attempt + 1, issues: [{ field: 'file', message: upload.tooLarge }], values });
      return;
    }
    sending.current = true;
    sent.send(data);
  }

  const all = (
    <>
      {(problem || state.conflict) && <ErrorTitle title={title} />}
      {!attempted && draft?.found && <DraftFound form={draft.form} page={hidden._page} at={draft.foundAt} post={post} submitLabel={submitLabel} isNew={version === undefined} isOver={typeof draft.version === 'number' && draft.version !== version} />}
      <form ref={form} className="form" onChange={changed} noValidate {...(upload ? { action: upload.to, method: 'post', encType: 'multipart/form-data', onSubmit: sendWithFile } : { action: post, onSubmit: once })}>
        <input type="hidden" name="_key" value={formKey} />
        <WhoField />
        {draft && <input type="hidden" name="_form" value={draft.form} />}
        {version !== undefined && <input type="hidden" name="_version" value={state.conflict?.version ?? state.version ?? draft?.version ?? version} />}
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}

        {problem && <ErrorSummary attempt={state.attempt} issues={state.issues} refusal={state.refusal} prefix={prefix} />}
        {state.conflict && <ConflictNotice attempt={state.attempt} changedBy={state.conflict.changedBy} fields={state.conflict.fields} />}

        <FormContext value={context}>{children}</FormContext>

        <div className="form-end">
          <Button tone={submitTone} aria-disabled={pending || undefined}>{pending ? 'Saving…' : state.conflict ? 'Save mine over theirs' : submitLabel}</Button>
          {others.map((other) => (
            <Button key={other.intent} tone="secondary" name="_intent" value={other.intent} aria-disabled={pending || undefined}>{other.label}</Button>
          ))}
          {state.conflict && <a href="">Leave theirs as it is</a>}
          {cancel && <a href={cancel.href}>{cancel.label ?? 'Cancel'}</a>}
          {(draft || upload) && <p className="draft-status" role="status">{inProgress(sent.status) || draftWords(status, submitLabel)}</p>}
        </div>
      </form>
    </>
  );
  return folded ? <Details summary={folded} open={attempted || draft?.found !== undefined}>{all}</Details> : all;
}

type DraftFoundProps = { form: string; page?: string; at?: string; post: (data: FormData) => void; submitLabel: string; isNew: boolean; /** Somebody saved the row after this was typed. */ isOver: boolean };

/** Says that what is below is a draft, and offers to start without it: a form of its own, so that Enter in a field below never throws anything away. */
function DraftFound({ form, page, at, post, submitLabel, isNew, isOver }: DraftFoundProps) {
  return (
    <Notice title={at ? `Your draft of ${inWords(at)} is below` : 'Your draft is below'}>
      <p>It is not saved yet. {isOver ? `Somebody saved this after you typed it: “${submitLabel}” shows you both first.` : `“${submitLabel}” saves it.`}</p>
      <Details summary={isNew ? 'Start again with an empty form' : 'Start again from what is saved'}>
        <form action={post}>
          <WhoField />
          <input type="hidden" name="_form" value={form} />
          {page && <input type="hidden" name="_page" value={page} />}
          <p>The draft is thrown away and cannot be brought back.</p>
          <Button tone="secondary" name="_intent" value="discard">Throw the draft away</Button>
        </form>
      </Details>
    </Notice>
  );
}

function ConflictNotice({ attempt, changedBy, fields }: { attempt: number } & ComponentProps<typeof BothTexts>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  return (
    <div className="error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2>Someone else saved this first</h2>
        <p>{changedBy} changed this while you were typing. Nothing of yours is lost: it is in the form below. Change it if you need to, then save it over theirs, or leave theirs as it is.</p>
      </div>
      <BothTexts changedBy={changedBy} fields={fields} />
    </div>
  );
}

function inProgress(status: UploadStatus): string {
  switch (status.kind) {
    case 'none': return '';
    case 'sending': return status.share === null ? '' : `Sending: ${status.share} %`;
    case 'failed': return 'This could not be sent just now. What you typed is still here. Try again in a minute.';
  }
}

function draftWords(status: DraftStatus, submitLabel: string): string {
  switch (status.kind) {
    case 'none': return '';
    case 'saved': return `Draft saved ${inWords(status.at)}`;
    case 'ended': return `You have been signed out. Choose “${submitLabel}”: what you typed is kept, and comes back when you sign in.`;
    case 'other': return 'Somebody else has signed in here since. What you type is not kept: sign in again in another tab to go on.';
    case 'failed': return 'Draft not saved yet. Trying again.';
  }
}

/** An instant as people say it; anything else is in words already. */
function inWords(at: string): string {
  if (!/^\d{4}-\d\d-\d\dT/.test(at)) return at;
  const instant = new Date(at);
  const day = (date: Date) => date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' });
  const time = instant.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
  return day(instant) === day(new Date()) ? time : `${day(instant)} at ${time}`;
}
