'use client';

import { useCallback, useState } from 'react';

/** Where a form with a file goes, and what is known of it before it is sent. */
export type Upload = {
  /** The address of a route that takes files. It is posted to without JavaScript, too. */
  to: string;
  /** In bytes, and what to say of a larger one. */
  largest: number;
  tooLarge: string;
};

export type UploadStatus = { kind: 'none' } | { kind: 'sending'; /** Of a hundred; null until it has taken a second. */ share: number | null } | { kind: 'failed' };

const tellAfter = 1000;

/** Posts a form as the browser would, telling how much of it has been sent, and goes where the answer says. */
export function useUpload(to: string | undefined) {
  const [status, setStatus] = useState<UploadStatus>({ kind: 'none' });

  const send = useCallback((data: FormData) => {
    if (!to) return;
    const began = Date.now();
    const request = new XMLHttpRequest();
    const failed = () => setStatus({ kind: 'failed' });
    request.upload.onprogress = ({ loaded, total }) => {
      // In steps, so that it is not read aloud with every part.
      if (Date.now() - began >= tellAfter && total > 0) setStatus({ kind: 'sending', share: Math.floor((loaded / total) * 10) * 10 });
    };
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 200 && typeof answer === 'object' && answer !== null && 'to' in answer) window.location.assign(String(answer.to));
      else failed();
    };
    request.onerror = failed;
    request.responseType = 'json';
    request.open('POST', to);
    request.setRequestHeader('x-crt-told', '1');
    request.send(data);
    setStatus({ kind: 'sending', share: null });
  }, [to]);

  return { status, send };
}
