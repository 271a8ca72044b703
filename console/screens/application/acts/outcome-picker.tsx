/** 处理结果 by their groups: first which way, then which outcome of it, each with its article. */
import { useId } from 'react';
import type { OutcomeView } from '../../../../src/desk/contract.ts';
import './outcome-picker.css';

export interface OutcomePickerProps {
  readonly outcomes: readonly OutcomeView[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

export function OutcomePicker({ outcomes, chosen, onChoose }: OutcomePickerProps) {
  const heading = useId();
  const groups = [...new Set(outcomes.map(({ group }) => group))];
  return (
    <section className="outcomes" aria-labelledby={heading}>
      <h3 id={heading}>选择处理结果</h3>
      {groups.map((group) => {
        const within = outcomes.filter((outcome) => outcome.group === group);
        return (
          <details key={group} name="outcome-group" open={within.some(({ name }) => name === chosen)}>
            <summary>
              {group}
              <span className="soft">{within.length} 项</span>
            </summary>
            <ul>
              {within.map(({ name, term, basis }) => (
                <li key={name}>
                  <button type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
                    {term}
                    <span className="basis">{basis}</span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
