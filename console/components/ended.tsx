/** 办结情况: of a file that is settled, how it ended; below it only what may still be done. */
import type { ReactNode } from 'react';
import type { SettledLine, VerbView } from '../../src/desk/contract.ts';
import { VerbButton } from './verb-button.tsx';
import './ended.css';

interface EndedProps<V extends string> {
  readonly settled: readonly SettledLine[];
  readonly verbs?: readonly (Pick<VerbView, 'allowed' | 'why' | 'term'> & { readonly verb: V })[];
  readonly onTurn?: (verb: V) => void;
  /** What else may be done here. */
  readonly children?: ReactNode;
}

export function Ended<V extends string>({ settled, verbs = [], onTurn, children }: EndedProps<V>) {
  return (
    <section className="card file-ended" aria-labelledby="settled">
      <h2 id="settled">办结情况</h2>
      <dl>
        {settled.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {verbs
        .filter(({ allowed }) => allowed)
        .map((one) => (
          <VerbButton key={one.verb} verb={one} term={one.term} onClick={() => onTurn?.(one.verb)} />
        ))}
      {children}
    </section>
  );
}
