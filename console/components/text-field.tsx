/** One line of text with its label, and beside it what is wrong. */
import { Input } from 'antd';
import { useId } from 'react';
import { Field, type FieldBase } from './field.tsx';

export interface TextFieldProps extends FieldBase {
  readonly type?: 'text' | 'password';
  /** Of other people the browser remembers nothing. */
  readonly autoComplete?: string;
}

export function TextField({ value, onChange, type, autoComplete = 'off', ...field }: TextFieldProps) {
  const id = useId();
  const Box = type === 'password' ? Input.Password : Input;
  return (
    <Field id={id} {...field}>
      <Box
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete}
        status={field.wrong ? 'error' : ''}
        aria-invalid={Boolean(field.wrong)}
        aria-describedby={`${id}-note`}
      />
    </Field>
  );
}
