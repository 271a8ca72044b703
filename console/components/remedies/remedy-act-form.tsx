/** One step of a case as a form: its day, what it asks, and why it was refused. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { RemedyView, VerbView, Vocabulary } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../choice-field.tsx';
import { CountField } from '../count-field.tsx';
import { DayField } from '../day-field.tsx';
import { wrongAt } from '../field.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { TextField } from '../text-field.tsx';
import { askedFields, openingWritten, REMEDY_FORMS, type RemedyVerb, remedyActOf } from './remedy-fields.ts';
import { useRemedyAct } from './use-remedy.ts';
import './remedy-form.css';

export interface RemedyActFormProps {
  readonly remedy: RemedyView;
  readonly verb: VerbView;
  readonly words: Vocabulary;
  readonly today: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

export function RemedyActForm({ remedy, verb: view, words, today, onDone, onLeave }: RemedyActFormProps) {
  const verb = view.verb as RemedyVerb;
  const { day } = REMEDY_FORMS[verb];
  const [written, write] = useState(() => openingWritten(verb, remedy, words, today));
  const act = useRemedyAct(remedy, onDone);
  const issues = act.error ? problemOf(act.error).issues : [];
  const field = (name: string) => ({
    value: written[name] ?? '',
    onChange: (value: string) => write({ ...written, [name]: value }),
    wrong: wrongAt(issues, `/act/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(remedyActOf(verb, written, words));
  };
  return (
    <form className="remedy-form" onSubmit={submit} noValidate aria-label={view.term}>
      {askedFields(verb, written, words).map(({ name, term, hint, kind, unit, choices, ahead }) => {
        const shared = { ...field(name), label: term, ...(hint ? { hint } : {}) };
        if (kind === 'choice') return <ChoiceField key={name} {...shared} choices={choices?.(remedy, words) ?? []} />;
        if (kind === 'day') return <DayField key={name} {...shared} max={ahead ? undefined : today} />;
        if (kind === 'count') return <CountField key={name} {...shared} unit={unit ?? ''} />;
        return <TextField key={name} {...shared} />;
      })}
      <DayField label={day.term} {...field(day.name)} max={today} />
      <ProblemNote error={act.error} />
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {view.term}
      </Button>
      <Button onClick={onLeave}>先不登记</Button>
    </form>
  );
}
