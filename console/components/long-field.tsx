/** Several lines, growing with what is written. */
import { Input } from 'antd';
import { useId } from 'react';
import { Field, type FieldBase } from './field.tsx';

export interface LongFieldProps extends FieldBase {
  readonly rows?: number;
}

export function LongField({ value, onChange, rows = 3, ...field }: LongFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <Input.TextArea
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoSize={{ minRows: rows, maxRows: 18 }}
        status={field.wrong ? 'error' : ''}
        aria-invalid={Boolean(field.wrong)}
        aria-describedby={`${id}-note`}
      />
    </Field>
  );
}
