/** One line of text with its label, and beside it what is wrong. */
import { Input } from 'antd';
import { useId } from 'react';
import { Field, type Wrong } from './field.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: Wrong;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  readonly optional?: boolean;
}

export function TextField({
  label,
  value,
  onChange,
  wrong = null,
  hint,
  type,
  autoComplete,
  optional,
}: TextFieldProps) {
  const id = useId();
  const Box = type === 'password' ? Input.Password : Input;
  return (
    <Field id={id} label={label} wrong={wrong} hint={hint} optional={optional}>
      <Box
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete ?? 'off'}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-note`}
      />
    </Field>
  );
}
