'use client';

import { createContext, useContext } from 'react';
import type { Issue, TypedValues } from '@/lib/forms/state';

export type FormContextValue = {
  /** Before every id, so that two forms on one page never share one. */
  prefix: string;
  attempt: number;
  values: TypedValues;
  issues: Issue[];
  /** What was understood of the days typed, by input name. */
  understood: Record<string, string>;
};

export const FormContext = createContext<FormContextValue>({ prefix: 'field-', attempt: 0, values: {}, issues: [], understood: {} });

/** What a field needs to know of the form around it: its id, the text to start from, and what is wrong with it. */
export function useField(name: string) {
  const { prefix, attempt, values, issues, understood } = useContext(FormContext);
  const value = values[name];
  return {
    id: `${prefix}${name}`,
    attempt,
    text: Array.isArray(value) ? value.join(', ') : (value ?? ''),
    chosen: value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value],
    understood: understood[name],
    error: issues.find((issue) => issue.field === name)?.message,
  };
}
