/** 能不能办: the button of a step; greyed, with the reason beside it, where the step is not the officer's. */
import { useId } from 'react';
import type { VerbView } from '../../src/desk/contract.ts';
import './verb-button.css';

export interface VerbButtonProps {
  readonly verb: Pick<VerbView, 'allowed' | 'why'>;
  readonly term: string;
  readonly onClick: () => void;
}

export function VerbButton({ verb: { allowed, why }, term, onClick }: VerbButtonProps) {
  const id = useId();
  return (
    <span className="verb">
      <button
        type="button"
        className="step-button"
        disabled={!allowed}
        aria-describedby={allowed ? undefined : id}
        onClick={onClick}
      >
        {term}
      </button>
      {!allowed && (
        <span id={id} className="soft">
          {why}
        </span>
      )}
    </span>
  );
}
