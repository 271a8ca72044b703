/** The outcomes in their groups, each with its article. */
import { useId } from 'react';
import type { OutcomeView } from '../../../../src/desk/contract.ts';

export interface OutcomePickerProps {
  readonly outcomes: readonly OutcomeView[];
  readonly chosen: string;
  readonly wrong: string | null;
  readonly onChoose: (name: string) => void;
}

export function OutcomePicker({ outcomes, chosen, wrong, onChoose }: OutcomePickerProps) {
  const heading = useId();
  const groups = [...new Set(outcomes.map(({ group }) => group))];
  return (
    <section className="outcomes" aria-labelledby={heading}>
      <h3 id={heading}>选择处理结果</h3>
      {wrong && (
        <p className="field-wrong" role="alert">
          {wrong}
        </p>
      )}
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h4>{group}</h4>
          <ul>
            {outcomes
              .filter((outcome) => outcome.group === group)
              .map(({ name, term, basis }) => (
                <li key={name}>
                  <button type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
                    {term}
                    <span className="basis">{basis}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
