/** A whole number with its unit. What is none stays in the box and is told of; the form hears of nothing until it is put right. */
import { useId, useState } from 'react';
import { Field, type FieldBase } from './field.tsx';

export interface CountFieldProps extends FieldBase {
  readonly unit: string;
}

const meantBy = (typed: string) => {
  const figure = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d*$/.test(figure) ? figure : null;
};

export function CountField({ value, onChange, unit, wrong, ...field }: CountFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const meant = meantBy(typed);
  const says = meant === null ? '只能写整数，例如 12。' : wrong;
  return (
    <Field id={id} wrong={says} {...field}>
      <div className="count-box">
        <input
          id={id}
          className="box count"
          inputMode="numeric"
          // Another value from outside (a file chosen, a form begun anew) is shown in its place.
          value={(meant ?? '') === value ? typed : value}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(meantBy(target.value) ?? '');
          }}
          aria-invalid={Boolean(says)}
          aria-describedby={`${id}-note`}
        />
        <span className="soft">{unit}</span>
      </div>
    </Field>
  );
}
