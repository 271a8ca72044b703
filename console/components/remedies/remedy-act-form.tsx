/** 审结、上诉和再审 of one case. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { RemedyAct, RemedyView, VerbView, Vocabulary } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../choice-field.tsx';
import { choicesOf } from '../choices-of.ts';
import { DayField } from '../day-field.tsx';
import { wrongAt } from '../field.tsx';
import { ProblemNote } from '../problem-note.tsx';
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

export function RemedyActForm({ remedy, verb, words, today, onDone, onLeave }: RemedyActFormProps) {
  const closes = verb.verb === 'recordResult';
  const choices = choicesOf(closes ? words.conclusions.filter((one) => one.of === remedy.of) : words.nextInstances);
  const [chosen, setChosen] = useState(choices[0]?.value ?? '');
  const [day, setDay] = useState(today);
  const act = useRemedyAct(remedy.id, onDone);
  const issues = act.error ? problemOf(act.error).issues : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The choice is a name of the vocabulary; the desk holds it against its tables.
    const sent = closes
      ? { verb: 'recordResult', closedOn: day, conclusion: chosen }
      : { verb: 'recordNextInstance', on: day, stage: chosen };
    act.mutate(sent as RemedyAct);
  };
  return (
    <form className="remedy-form" onSubmit={submit} noValidate aria-label={verb.term}>
      <ChoiceField
        label={closes ? '结论' : '进入哪一程序'}
        value={chosen}
        onChange={setChosen}
        choices={choices}
        wrong={wrongAt(issues, closes ? '/conclusion' : '/stage')}
      />
      <DayField
        label={closes ? '审结之日' : '受理之日'}
        value={day}
        onChange={setDay}
        max={today}
        wrong={wrongAt(issues, closes ? '/closedOn' : '/on')}
      />
      <ProblemNote error={act.error} />
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {verb.term}
      </Button>
      <Button onClick={onLeave}>先不登记</Button>
    </form>
  );
}
