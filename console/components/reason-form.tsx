/** 写明理由: an act that asks for nothing but why. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { LongField } from './long-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import './side-form.css';

export interface ReasonFormProps {
  readonly label: string;
  /** The verb on the button. */
  readonly verb: string;
  /** What it will cause. */
  readonly causes: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSay: (why: string) => void;
  readonly onLeave: () => void;
}

export function ReasonForm({ label, verb, causes, error, pending, onSay, onLeave }: ReasonFormProps) {
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = why.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!lacks) onSay(why.trim());
  };
  return (
    <form onSubmit={submit} noValidate aria-label={verb}>
      <LongField
        label={label}
        value={why}
        onChange={setWhy}
        wrong={tried && lacks ? `请写明${label}。` : null}
        hint={causes}
      />
      <ProblemNote error={error} />
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {verb}
        </Button>
        <Button onClick={onLeave}>不办，返回</Button>
      </p>
    </form>
  );
}
