/** Why an act was not done, above its button; heard at once by a screen reader. */
import type { ReactNode } from 'react';
import { isSignedOut, problemOf } from '../api/call.ts';
import './problem-note.css';

export function ProblemNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  // That the session is over is said by the sign-in that then stands over the screen.
  const problem = error && !isSignedOut(error) ? problemOf(error) : null;
  return (
    <div aria-live="assertive">
      {problem && (
        <div className="problem-note">
          <p>{problem.says}</p>
          {problem.basis && <p className="basis">依据：{problem.basis}</p>}
          {children}
        </div>
      )}
    </div>
  );
}
