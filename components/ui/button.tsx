import type { ComponentProps } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

export type ButtonTone = 'primary' | 'secondary' | 'warning';

type Look = {
  tone?: ButtonTone;
  /** Hidden words after the label that tell one "Open" from another: "RR-2026-08". */
  context?: string;
};

/** A button that sends the form it stands in. Never greyed: what stops it is said beside it with `Blocked`. */
export function Button({ tone = 'primary', context, type = 'submit', className, children, ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button {...rest} type={type} className={`btn btn-${tone}${className ? ` ${className}` : ''}`}>
      {children}
      {context && <VisuallyHidden> {context}</VisuallyHidden>}
    </button>
  );
}

/** A link that looks like a button, for the one or two things a page is for. It goes somewhere and changes nothing. */
export function ButtonLink({ tone = 'primary', context, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a {...rest} className={`btn btn-${tone}${className ? ` ${className}` : ''}`}>
      {children}
      {context && <VisuallyHidden> {context}</VisuallyHidden>}
    </a>
  );
}
