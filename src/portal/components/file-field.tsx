/** 选择文件: what kinds, how large; the error in words beside it. */
import { FieldFrame } from './field.tsx';

export function FileField({
  id,
  label,
  hint,
  error,
  accept,
  multiple,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly accept: string;
  readonly multiple?: boolean;
}): JSX.Element {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={id}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
    </FieldFrame>
  );
}
