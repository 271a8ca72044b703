/** 已经办理: what was done, heard at once. It takes the focus, since the button that had it is gone with its form or stands far below. */
import { useEffect, useRef } from 'react';
import './step.css';

export function DoneNote({ says }: { readonly says: string }) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (says) note.current?.focus();
  }, [says]);
  return (
    <p ref={note} className="done-note" role="status" tabIndex={-1}>
      {says}
    </p>
  );
}
