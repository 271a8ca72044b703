/** 选人: persons under their agencies, each to be ticked, an agency at once where it has several. */
import { Checkbox } from 'antd';
import { useId } from 'react';
import './persons-field.css';

export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
}

export interface PersonsFieldProps {
  readonly label: string;
  readonly persons: readonly PersonChoice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly wrong?: string | undefined;
}

export function PersonsField({ label, persons, chosen, onChange, wrong }: PersonsFieldProps) {
  const id = useId();
  const agencies = [...new Set(persons.map(({ agency }) => agency))];
  const turn = (ids: readonly string[], on: boolean) =>
    onChange(on ? [...new Set([...chosen, ...ids])] : chosen.filter((one) => !ids.includes(one)));
  return (
    <fieldset className="persons-field" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{`${label}（已选 ${chosen.length} 人）`}</legend>
      {agencies.map((agency) => {
        const own = persons.filter((one) => one.agency === agency);
        const ids = own.map((one) => one.id);
        const all = ids.every((one) => chosen.includes(one));
        return (
          <div key={agency} className="persons-agency">
            {own.length > 1 ? (
              <Checkbox checked={all} onChange={(event) => turn(ids, event.target.checked)}>
                {`${agency}全部`}
              </Checkbox>
            ) : (
              <span className="soft">{agency}</span>
            )}
            <div className="persons-names">
              {own.map((one) => (
                <Checkbox
                  key={one.id}
                  checked={chosen.includes(one.id)}
                  onChange={(event) => turn([one.id], event.target.checked)}
                >
                  {one.name}
                </Checkbox>
              ))}
            </div>
          </div>
        );
      })}
      {wrong && (
        <p id={`${id}-wrong`} className="field-wrong">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
