'use client';

import { useEffect, useState } from 'react';

type SessionWarningProps = {
  endsInSeconds: number;
  warnBeforeSeconds?: number;
  staySignedIn: () => Promise<{ endsInSeconds: number } | { ended: true }>;
  signInHref: string;
};

type Stage = 'quiet' | 'warning' | 'failed' | 'kept' | 'ended';

/** Says two minutes before the end that the session is about to end, with one button to go on. It takes no focus, traps nobody, and says when it has ended. */
export function SessionWarning({ endsInSeconds, warnBeforeSeconds = 120, staySignedIn, signInHref }: SessionWarningProps) {
  const [length, setLength] = useState({ seconds: endsInSeconds });
  const [stage, setStage] = useState<Stage>('quiet');

  useEffect(() => {
    // A laptop that slept runs no timers, so the clock is looked at again when the page is seen.
    const end = Date.now() + length.seconds * 1000;
    const look = () => {
      const left = end - Date.now();
      if (left <= 0) setStage('ended');
      else if (left <= warnBeforeSeconds * 1000) setStage('warning');
    };
    const timers = [setTimeout(look, Math.max(0, length.seconds - warnBeforeSeconds) * 1000), setTimeout(look, length.seconds * 1000 + 50)];
    document.addEventListener('visibilitychange', look);
    return () => {
      timers.forEach(clearTimeout);
      document.removeEventListener('visibilitychange', look);
    };
  }, [length, warnBeforeSeconds]);

  useEffect(() => {
    if (stage !== 'kept') return;
    const timer = setTimeout(() => setStage('quiet'), 8000);
    return () => clearTimeout(timer);
  }, [stage]);

  async function stay() {
    try {
      const answer = await staySignedIn();
      if ('ended' in answer) return setStage('ended');
      setStage('kept');
      setLength({ seconds: answer.endsInSeconds });
    } catch {
      setStage('failed');
    }
  }

  const asks = stage === 'warning' || stage === 'failed';
  return (
    <div className={stage === 'quiet' ? 'sr-only' : `session session-${stage} no-print`} role={stage === 'kept' ? 'status' : 'alert'}>
      {asks && <p>{stage === 'failed' ? 'That did not work. Check your connection and try again.' : `You will be signed out in less than ${inMinutes(Math.min(warnBeforeSeconds, length.seconds))}.`}</p>}
      {asks && <button type="button" className="btn btn-primary" onClick={() => void stay()}>Stay signed in</button>}
      {stage === 'kept' && <p>You are still signed in.</p>}
      {stage === 'ended' && (
        <p>
          You have been signed out. What you typed is kept. <a href={signInHref}>Sign in again</a>
        </p>
      )}
    </div>
  );
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
