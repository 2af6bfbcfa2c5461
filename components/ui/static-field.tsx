import { useId, type ComponentProps } from 'react';

export type Option = { value: string; label: string; /** Options with the same group stand under its name. */ group?: string };

type SelectInputProps = { name: string; label: string; value?: string; options: Option[]; /** The choice that filters nothing: "Any agency". */ any?: string; hideLabel?: boolean };

/** A choice in a GET form. It knows nothing of errors; a form that saves uses `field.tsx`. */
export function SelectInput({ name, label, value = '', options, any, hideLabel }: SelectInputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : undefined}>{label}</label>
      <select id={id} name={name} defaultValue={value} key={value}>
        {any !== undefined && <option value="">{any}</option>}
        <Options options={options} />
      </select>
    </div>
  );
}

/** The options of a select, under the names of their groups where they have any. */
export function Options({ options }: { options: Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const inIt = options.filter((option) => option.group === group).map((option) => <option key={option.value} value={option.value}>{option.label}</option>);
    return group === undefined ? inIt : <optgroup key={group} label={group}>{inIt}</optgroup>;
  });
}

type SearchInputProps = { name?: string; label: string; value?: string; hideLabel?: boolean; hint?: string } & Pick<ComponentProps<'input'>, 'autoComplete' | 'maxLength'>;

/** Words to look for, in a GET form. */
export function SearchInput({ name = 'q', label, value = '', hideLabel, hint, ...rest }: SearchInputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : undefined}>{label}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      <input {...rest} id={id} name={name} type="search" defaultValue={value} key={value} aria-describedby={hint && `${id}-hint`} />
    </div>
  );
}

/** One line of text in a GET form, such as a date to look from. */
export function TextInput({ name, label, value = '', hint, problem }: { name: string; label: string; value?: string; hint?: string; /** What is wrong with what was typed. */ problem?: string }) {
  const id = useId();
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem && <p className="wrong" id={`${id}-error`}><span className="sr-only">Error: </span>{problem}</p>}
      <input
        id={id} name={name} type="text" defaultValue={value} key={value} aria-invalid={problem ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined}
      />
    </div>
  );
}
