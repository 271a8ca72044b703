/** 一栏: label, hint, error in words, then the control, tied together for screen readers. */

import type { Children } from '@kitajs/html';
import { inAttribute } from '../in-attribute.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export function FieldFrame({ id, label, hint, error, children }: FieldProps & { children: Children }): JSX.Element {
  return (
    <div class={['field', error && 'wrong']}>
      <label for={id} safe>
        {label}
      </label>
      {hint ? (
        <span class="hint" id={`${id}-hint`} safe>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span class="wrong-text" id={`${id}-error`} safe>
          {error}
        </span>
      ) : null}
      {children}
    </div>
  );
}

export function TextField({
  value,
  type = 'text',
  short,
  autocomplete,
  max = 200,
  mode,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly type?: 'text' | 'search' | 'date' | 'tel' | 'email' | 'number';
  readonly short?: boolean;
  readonly autocomplete?: string;
  readonly max?: number;
  readonly mode?: 'numeric' | 'decimal';
}): JSX.Element {
  return (
    <FieldFrame {...field}>
      <input
        id={field.id}
        name={field.id}
        type={type}
        value={inAttribute(value)}
        maxlength={max}
        class={short ? 'short' : undefined}
        autocomplete={autocomplete}
        inputmode={mode}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      />
    </FieldFrame>
  );
}

export function TextArea({
  value,
  tall,
  max = 4000,
  suggests,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly tall?: boolean;
  readonly max?: number;
  /** The script of the page looks for what is published while it is typed. */
  readonly suggests?: boolean;
}): JSX.Element {
  return (
    <FieldFrame {...field}>
      <textarea
        id={field.id}
        name={field.id}
        maxlength={max}
        class={tall ? 'tall' : undefined}
        data-matches={suggests ? '' : undefined}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        safe
      >
        {`\n${value}`}
      </textarea>
    </FieldFrame>
  );
}

export function Select({
  value,
  options,
  short,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly short?: boolean;
}): JSX.Element {
  return (
    <FieldFrame {...field}>
      <select
        id={field.id}
        name={field.id}
        class={short ? 'short' : undefined}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      >
        {options.map(([key, label]) => (
          <option value={key} selected={key === value} safe>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function describedBy({ id, hint, error }: FieldProps): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
