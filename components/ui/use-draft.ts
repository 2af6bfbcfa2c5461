'use client';

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

export type SaveDraft = (data: FormData) => Promise<{ savedAt: string } | { ended: true } | { other: true }>;
export type DraftStatus = { kind: 'none' } | { kind: 'saved'; at: string } | { kind: 'ended' } | { kind: 'other' } | { kind: 'failed' };

const wait = 3000;

/**
 * Saves what is typed to the server: three seconds after the first change that is not saved yet, so nothing is ever older than that, and at once when
 * the page is left or hidden. A save that fails is tried again. Nothing is kept in the browser.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, save: SaveDraft | undefined, sending: boolean) {
  const [status, setStatus] = useState<DraftStatus>({ kind: 'none' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef(false);
  const again = useRef(false);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    again.current = false;
  }, []);

  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!save || !form.current) return;
    if (saving.current) {
      again.current = true;
      return;
    }
    saving.current = true;
    try {
      const answer = await save(typedIn(form.current));
      setStatus('savedAt' in answer ? { kind: 'saved', at: answer.savedAt } : { kind: 'ended' in answer ? 'ended' : 'other' });
    } catch {
      setStatus({ kind: 'failed' });
      again.current = true;
    }
    saving.current = false;
    if (again.current) {
      again.current = false;
      timer.current ??= setTimeout(() => void saveNow(), wait);
    }
  }, [form, save]);

  const changed = useCallback(() => {
    if (save) timer.current ??= setTimeout(() => void saveNow(), wait);
  }, [save, saveNow]);

  useEffect(() => {
    if (sending) stop();
  }, [sending, stop]);

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden' && timer.current) void saveNow();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      stop();
    };
  }, [saveNow, stop]);

  return { status, changed };
}

/** What is in the form, without the fields that the framework adds for itself and without files. */
function typedIn(form: HTMLFormElement): FormData {
  const typed = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith('$') && typeof value === 'string') typed.append(name, value);
  }
  return typed;
}
