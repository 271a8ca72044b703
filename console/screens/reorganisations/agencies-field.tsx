/** 选机关: one or several, to be ticked. */
import { useId } from 'react';
import type { ReorganisationsView } from '../../../src/desk/contract.ts';

export interface AgenciesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly agencies: ReorganisationsView['agencies'];
  readonly chosen: readonly string[];
  /** One instead of another, or several beside each other. */
  readonly several: boolean;
  readonly onChange: (chosen: string[]) => void;
}

export function AgenciesField({ label, hint, agencies, chosen, several, onChange }: AgenciesFieldProps) {
  const id = useId();
  const turn = (name: string) => {
    if (!several) return onChange([name]);
    return onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  };
  return (
    <fieldset className="agencies-field" aria-describedby={`${id}-note`}>
      <legend>{several ? `${label}（已选 ${chosen.length} 个）` : label}</legend>
      <p id={`${id}-note`} className="soft">
        {hint}
      </p>
      <div className="agencies-names">
        {agencies.map(({ name, term }) => (
          <label key={name}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(name)}
              onChange={() => turn(name)}
            />
            <span>{term}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
