/** 已经办理: what was done, heard at once. It takes the focus, since the button that had it is gone with its form or stands far below. */
import { type ReactNode, useEffect, useRef } from 'react';
import './step.css';

/** @param children what can be done next, as long as something was */
export function DoneNote({ says, children }: { readonly says: string; readonly children?: ReactNode }) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (says) note.current?.focus();
  }, [says]);
  return (
    <p ref={note} className="done-note" role="status" tabIndex={-1}>
      {says}
      {says && children}
    </p>
  );
}
