'use client';

import { useState, type ComponentProps, type ReactNode } from 'react';
import { useField } from '@/components/ui/form-context';
import { Options, type Option } from '@/components/ui/static-field';
import { countWords } from '@/lib/forms/state';

type Asked = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Says "(optional)" after the label. */
  optional?: boolean;
  /** For a sheet where the column's header says it; the label is still heard. */
  labelHidden?: boolean;
};

type Width = 'short' | 'medium' | 'long' | 'full';

type Typed = Asked & { width?: Width } & Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck'>;

/** One line of text. Its id is `field-<name>`, which the error summary links to. */
export function TextField({ name, label, hint, optional, labelHidden, width = 'long', type = 'text', ...rest }: Typed & { type?: 'text' | 'email' | 'tel' | 'url' | 'password' }) {
  const { id, attempt, text, error } = useField(name);
  return (
    <Around {...{ id, label, hint, optional, labelHidden, error }}>
      <input {...rest} key={attempt} id={id} name={name} type={type} defaultValue={type === 'password' ? undefined : text} className={`width-${width}`} {...described(id, hint, error)} />
    </Around>
  );
}

/** Longer text. With `words` it says how many words fit, and counts them as one types; it never cuts them off. Its reader is then `textOfWords`. */
export function TextArea({ name, label, hint, optional, labelHidden, width = 'full', rows = 5, words, ...rest }: Typed & { rows?: number; words?: number }) {
  const { id, attempt, text, error } = useField(name);
  return (
    <Around {...{ id, label, hint, optional, labelHidden, error }}>
      {words ? (
        <Counted key={attempt} id={id} name={name} text={text} words={words} rows={rows} className={`width-${width}`} {...described(id, hint, error, 'count')} />
      ) : (
        <textarea {...rest} key={attempt} id={id} name={name} rows={rows} defaultValue={text} className={`width-${width}`} {...described(id, hint, error)} />
      )}
    </Around>
  );
}

function Counted({ id, text, words, ...rest }: { text: string; words: number } & ComponentProps<'textarea'>) {
  const [count, setCount] = useState(() => countWords(text));
  const left = words - count;
  const over = left < 0;
  return (
    <>
      <textarea {...rest} id={id} defaultValue={text} onChange={(event) => setCount(countWords(event.target.value))} />
      <p className={over ? 'hint hint-over' : 'hint'} id={`${id}-count`}>
        {count === 0 ? `Up to ${words} words` : over ? `${-left} ${-left === 1 ? 'word' : 'words'} too many` : `${left} of ${words} words left`}
      </p>
    </>
  );
}

/** One choice from a list too long for radios. */
export function SelectField({ name, label, hint, optional, labelHidden, options, empty }: Asked & { options: Option[]; /** The first line, which chooses nothing: "Choose an agency". */ empty?: string }) {
  const { id, attempt, text, error } = useField(name);
  return (
    <Around {...{ id, label, hint, optional, labelHidden, error }}>
      <select key={attempt} id={id} name={name} defaultValue={text} {...described(id, hint, error)}>
        {empty !== undefined && <option value="">{empty}</option>}
        <Options options={options} />
      </select>
    </Around>
  );
}

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What there is to read and to open before choosing it. */
  about?: ReactNode;
  /** Further fields, shown only while this is chosen (without JavaScript too). */
  reveals?: ReactNode;
};

type Chosen = Asked & { options: Choice[]; /** Side by side where there is room: for two or three short ones. */ inline?: boolean };

/** One choice from a few, all to be seen at once. */
export function RadiosField(props: Chosen) {
  return <Choices {...props} type="radio" />;
}

/** Any number of choices from a few. */
export function CheckboxesField(props: Chosen) {
  return <Choices {...props} type="checkbox" />;
}

function Choices({ name, label, hint, optional, labelHidden, options, inline, type }: Chosen & { type: 'radio' | 'checkbox' }) {
  const { id, attempt, chosen, error } = useField(name);
  const { 'aria-describedby': describedBy } = described(id, hint, error);
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={describedBy}>
      <legend className={labelHidden ? 'sr-only' : undefined}>{label}{optional && ' (optional)'}</legend>
      <Said id={id} hint={hint} error={error} />
      <div className={inline ? 'choices choices-inline' : 'choices'}>
        {options.map((option, place) => {
          const own = place === 0 ? id : `${id}-${option.value}`;
          return (
            <div key={option.value} className="choice">
              <input
                key={attempt} id={own} name={name} type={type} value={option.value} defaultChecked={chosen.includes(option.value)}
                aria-describedby={option.hint ? `${own}-about` : undefined} aria-invalid={error && type === 'checkbox' ? true : undefined}
              />
              <label htmlFor={own}>{option.label}</label>
              {option.hint && <p className="hint" id={`${own}-about`}>{option.hint}</p>}
              {option.about && <div className="choice-about">{option.about}</div>}
              {option.reveals && <div className="reveals">{option.reveals}</div>}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One thing to tick: "I have checked this with the agency". Sends `yes`, or nothing. */
export function TickField({ name, label, hint, value = 'yes' }: Asked & { value?: string }) {
  const { id, attempt, chosen, error } = useField(name);
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      {error && <Wrong id={id}>{error}</Wrong>}
      <div className="choice">
        <input key={attempt} id={id} name={name} type="checkbox" value={value} defaultChecked={chosen.includes(value)} {...described(id, hint, error)} />
        <label htmlFor={id}>{label}</label>
        {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  );
}

/** A date as people write it, in one field. Where the form comes back, it says what was understood of a short way of writing it. */
export function DateField({ hint = 'For example 14/3/26 or 14 Mar', ...rest }: Asked) {
  const { text, understood } = useField(rest.name);
  return <TextField {...rest} hint={understood ? <>{hint}<br />“{text}” was understood as {understood}</> : hint} width="short" autoComplete="off" spellCheck={false} />;
}

/** A file to send. One that came with the form before, which had something else wrong with it, is told of and goes with it again. */
export function FileField({ name, label, hint, optional, accept, kept }: Asked & { accept: string; kept?: { name: string; size: string } | null }) {
  const { id, attempt, error } = useField(name);
  const { text: upload } = useField('upload');
  return (
    <>
      <Around {...{ id, label: kept ? <>Another file instead of “{kept.name}”</> : label, hint: kept ? <>“{kept.name}”, {kept.size}, is here and goes with the form. {hint}</> : hint, optional: optional || Boolean(kept), error }}>
        <input key={attempt} id={id} name={name} type="file" accept={accept} {...described(id, hint, error)} />
      </Around>
      {kept && <input type="hidden" name="upload" value={upload} />}
      {kept && <TickField name="leaveFileOut" label={`Leave “${kept.name}” out`} />}
    </>
  );
}

/** Something already known that goes with the form: shown, not asked for again. */
export function HiddenNote({ name, value, label, children }: { name: string; value: string; label: ReactNode; children: ReactNode }) {
  return (
    <div className="field known">
      <p className="known-label">{label}</p>
      <p>{children}</p>
      <input type="hidden" name={name} value={value} />
    </div>
  );
}

function Around({ id, label, hint, optional, labelHidden, error, children }: Omit<Asked, 'name'> & { id: string; error?: string; children: ReactNode }) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : undefined}>{label}{optional && ' (optional)'}</label>
      <Said id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

function Said({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {error && <Wrong id={id}>{error}</Wrong>}
    </>
  );
}

function Wrong({ id, children }: { id: string; children: string }) {
  return <p className="wrong" id={`${id}-error`}><span className="sr-only">Error: </span>{children}</p>;
}

function described(id: string, hint: ReactNode, error: string | undefined, also?: string) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, also && `${id}-${also}`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? (true as const) : undefined };
}
