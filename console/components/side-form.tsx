/** A form beside a list: its title, what went wrong, and the two ways out of it. */
import { Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { focusFirstWrong } from './focus-wrong.ts';
import { ProblemNote } from './problem-note.tsx';
import './side-form.css';
import './step.css';

export interface SideFormProps {
  readonly title: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly error: unknown;
  readonly pending: boolean;
  /** `false` where something is still missing: the first field that is wrong gets the focus. */
  readonly onSubmit: () => unknown;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

export function SideForm({ title, verb, error, pending, onSubmit, onLeave, children }: SideFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (onSubmit() === false) focusFirstWrong(event.currentTarget);
  };
  return (
    <form className="card step side-form" onSubmit={submit} noValidate aria-label={title}>
      <h2>{title}</h2>
      {children}
      <ProblemNote error={error} />
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {verb}
        </Button>
        <Button onClick={onLeave}>不保存，返回</Button>
      </p>
    </form>
  );
}
