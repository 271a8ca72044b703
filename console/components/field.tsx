/** 一栏: label, what to write, the box, and what is wrong with its article; label and note belong to the box for every reader. */
import type { ReactNode } from 'react';
import type { Issue } from '../../src/desk/contract.ts';
import './field.css';

/** What every field is given. */
export interface FieldBase {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A sentence of the console's own, or what the desk found. */
  readonly wrong?: string | Issue | null | undefined;
  readonly hint?: ReactNode;
  readonly optional?: boolean | undefined;
}

export interface FieldProps extends Pick<FieldBase, 'label' | 'wrong' | 'hint' | 'optional'> {
  /** Of the box; its note is `${id}-note`. */
  readonly id: string;
  readonly children: ReactNode;
}

export function Field({ id, label, wrong, hint, optional, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="soft">（可以不填）</span>}
      </label>
      {children}
      <div id={`${id}-note`} className="field-note" aria-live="polite">
        {wrong && <WrongNote wrong={wrong} />}
        {hint && <p className="soft">{hint}</p>}
      </div>
    </div>
  );
}

export function WrongNote({ wrong }: { readonly wrong: string | Issue }) {
  if (typeof wrong === 'string') return <p className="field-wrong">{wrong}</p>;
  return (
    <>
      <p className="field-wrong">
        {wrong.says}
        {wrong.advice}
      </p>
      {wrong.basis && <p className="basis">依据：{wrong.basis}</p>}
    </>
  );
}

/** What the desk found about a field; `where` is the JSON Pointer of the issue. */
export function wrongAt(issues: readonly Issue[], where: string): Issue | null {
  return issues.find((issue) => issue.where === where) ?? null;
}
