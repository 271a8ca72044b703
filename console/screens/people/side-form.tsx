/** A form of this screen: its title, what went wrong, and the two ways out of it. */
import { Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import type { PeopleView } from '../../../src/desk/contract.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

/** What every form of this screen is given. */
export interface PeopleFormProps {
  readonly view: PeopleView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onLeave: () => void;
}

export interface SideFormProps extends Omit<PeopleFormProps, 'view'> {
  readonly title: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

export function SideForm({ title, verb, error, pending, onSubmit, onLeave, children }: SideFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="card step people-form" onSubmit={submit} noValidate aria-label={title}>
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
