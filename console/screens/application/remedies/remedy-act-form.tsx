/** 审结、上诉和再审 of one case. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { RemedyAct, RemedyView, VerbView } from '../../../../src/desk/contract.ts';
import { problemOf } from '../../../api/call.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { choicesOf } from '../../../components/choices-of.ts';
import { DayField } from '../../../components/day-field.tsx';
import { wrongAt } from '../../../components/field.tsx';
import { ProblemNote } from '../../../components/problem-note.tsx';
import type { Stage } from '../acts/act-fields.ts';
import { useRemedyAct } from './use-remedy.ts';

export interface RemedyActFormProps {
  readonly remedy: RemedyView;
  readonly verb: VerbView;
  readonly stage: Stage;
  readonly onDone: () => void;
}

export function RemedyActForm({ remedy, verb, stage: { file, words }, onDone }: RemedyActFormProps) {
  const closes = verb.verb === 'recordResult';
  const choices = choicesOf(closes ? words.conclusions.filter((one) => one.of === remedy.of) : words.nextInstances);
  const [chosen, setChosen] = useState(choices[0]?.value ?? '');
  const [day, setDay] = useState(file.today);
  const act = useRemedyAct(remedy.id, file.line.id, onDone);
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
    <form className="remedy-form" onSubmit={submit} noValidate>
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
        max={file.today}
        wrong={wrongAt(issues, closes ? '/closedOn' : '/on')}
      />
      <ProblemNote error={act.error} />
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {verb.term}
      </Button>
      <Button onClick={onDone}>先不登记</Button>
    </form>
  );
}
