/** 其他步骤: those that may be taken as buttons; those that may not, each with the reason. */

import type { ActVerb } from '../../../src/desk/contract.ts';
import { DeniedSteps } from '../../components/denied-steps.tsx';
import type { FileVerbView } from './next-step.tsx';

export interface OtherStepsProps {
  readonly verbs: readonly FileVerbView[];
  readonly onTurn: (verb: ActVerb) => void;
}

export function OtherSteps({ verbs, onTurn }: OtherStepsProps) {
  const allowed = verbs.filter((verb) => verb.allowed);
  const denied = verbs.filter((verb) => !verb.allowed);
  return (
    <section className="card others screen-only" aria-labelledby="others">
      <h2 id="others">其他步骤</h2>
      {allowed.length > 0 ? (
        <ul className="other-verbs">
          {allowed.map(({ verb, term, lateUntil, actingFor }) => (
            <li key={verb}>
              <button type="button" className="step-button" onClick={() => onTurn(verb)}>
                {lateUntil ? `补记：${term}` : term}
                {actingFor && `（代${actingFor}）`}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">现在没有你可以办的其他步骤。</p>
      )}
      <DeniedSteps verbs={denied} />
    </section>
  );
}
