/** One of a few. The browser's own list: known to every keyboard and screen reader. */
import { useId } from 'react';
import { Field, type FieldBase } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly term: string;
}

export interface ChoiceFieldProps extends FieldBase {
  readonly choices: readonly Choice[];
  /** What stands there while nothing is chosen. */
  readonly none?: string;
}

export function ChoiceField({ value, onChange, choices, none, ...field }: ChoiceFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <select
        id={id}
        className="box"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={Boolean(field.wrong)}
        aria-describedby={`${id}-note`}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.term}
          </option>
        ))}
      </select>
    </Field>
  );
}
