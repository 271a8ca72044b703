/** A whole number with its unit. */
import { useId } from 'react';
import { Field, type FieldBase } from './field.tsx';

export interface CountFieldProps extends FieldBase {
  readonly unit: string;
}

export function CountField({ value, onChange, unit, ...field }: CountFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <div className="count-box">
        <input
          id={id}
          className="box count"
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
          aria-invalid={Boolean(field.wrong)}
          aria-describedby={`${id}-note`}
        />
        <span className="soft">{unit}</span>
      </div>
    </Field>
  );
}
