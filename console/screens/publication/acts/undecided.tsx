/** 没有判定的 [REV-27]: what the checks found and nobody has decided on; whoever goes on says that he has seen each of them. */
import { useId } from 'react';
import type { PublicationView } from '../../../../src/desk/contract.ts';
import './acts.css';

type Check = PublicationView['checks'][number];

export function undecidedIn({ checks }: Pick<PublicationView, 'checks'>): readonly Check[] {
  return checks.filter(({ finding, severity }) => finding !== null && severity !== 'hint');
}

/** What an act names of them; nothing where there are none. */
export function leavingOf(open: readonly Check[]): { readonly leaving?: string[] } {
  return open.length > 0 ? { leaving: open.flatMap(({ finding }) => finding ?? []) } : {};
}

export interface UndecidedProps {
  readonly open: readonly Check[];
  readonly seen: boolean;
  readonly onSee: (seen: boolean) => void;
  /** What whoever ticks it says. */
  readonly says: string;
  readonly wrong: string | null;
}

export function Undecided({ open, seen, onSee, says, wrong }: UndecidedProps) {
  const id = useId();
  if (open.length === 0) return null;
  return (
    <fieldset className="undecided">
      <legend>系统检查还有 {open.length} 处没有判定</legend>
      <ul>
        {open.map((check) => (
          <li key={check.finding}>
            <span className="check-place">{check.place}</span>
            {check.says}
          </li>
        ))}
      </ul>
      <label>
        <input
          type="checkbox"
          checked={seen}
          onChange={(event) => onSee(event.target.checked)}
          aria-invalid={wrong !== null}
          aria-describedby={wrong ? id : undefined}
        />
        <span>{says}</span>
      </label>
      {wrong && (
        <p id={id} className="field-wrong">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
