/** 算式: the visible arithmetic, a line and its article each; where the text is silent the line says so. */
import type { Certainty } from '../../statute/reply-clock/reckoning.ts';

import { DatedText } from './dated-text.tsx';

export interface ShownStep {
  readonly says: string;
  readonly basis: string;
  readonly certainty?: Certainty;
}

const CERTAINTY_SAYS: Readonly<Record<Certainty, string>> = {
  依据: '',
  推论: '。条文没有写明，取对行政机关较严的算法',
  待核: '。原文尚待核对，取默认算法',
};

export function StepList({ steps }: { readonly steps: readonly ShownStep[] }): JSX.Element {
  return (
    <ol class="sum">
      {steps.map(({ says, basis, certainty = '依据' }) => (
        <li>
          <p>
            <DatedText text={says} />
          </p>
          <p class="basis" safe>{`${basis}${CERTAINTY_SAYS[certainty]}`}</p>
        </li>
      ))}
    </ol>
  );
}
