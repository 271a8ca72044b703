/** 可以办的步骤: a button for each, greyed with the reason where it is not the officer's or not its time. */
import type { ReactNode } from 'react';
import type { VerbView } from '../../src/desk/contract.ts';
import { VerbButton } from './verb-button.tsx';
import './steps-card.css';

interface StepsCardProps<V extends string> {
  readonly verbs: readonly (Pick<VerbView, 'allowed' | 'why' | 'term'> & { readonly verb: V })[];
  readonly onTurn: (verb: V) => void;
  /** What else may be done here. */
  readonly children?: ReactNode;
}

export function StepsCard<V extends string>({ verbs, onTurn, children }: StepsCardProps<V>) {
  return (
    <section className="card steps-card" aria-labelledby="steps">
      <h2 id="steps">可以办的步骤</h2>
      {verbs.map((one) => (
        <VerbButton key={one.verb} verb={one} term={one.term} onClick={() => onTurn(one.verb)} />
      ))}
      {children}
    </section>
  );
}
