/** 登记复议、诉讼: kind, number, who took it on, and since when. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { NewRemedy } from '../../../../src/desk/contract.ts';
import { problemOf } from '../../../api/call.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { choicesOf } from '../../../components/choices-of.ts';
import { DayField } from '../../../components/day-field.tsx';
import { wrongAt } from '../../../components/field.tsx';
import { ProblemNote } from '../../../components/problem-note.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { Stage } from '../acts/act-fields.ts';
import { useRecordRemedy } from './use-remedy.ts';

export function NewRemedyForm({
  stage: { file, words },
  onDone,
}: {
  readonly stage: Stage;
  readonly onDone: () => void;
}) {
  const { line, recordRemedy, today } = file;
  const [written, setWritten] = useState({ kind: 'review', caseNumber: '', body: '', filedOn: today });
  const record = useRecordRemedy(line.id, onDone);
  const issues = record.error ? problemOf(record.error).issues : [];
  const field = (name: keyof typeof written) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: wrongAt(issues, `/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const agencyId = words.agenciesRead.find(({ term }) => term === line.agency)?.name ?? '';
    record.mutate({ ...written, kind: written.kind as NewRemedy['kind'], agencyId, requestId: line.id });
  };
  return (
    <form className="remedy-form" onSubmit={submit} noValidate>
      <ChoiceField label="种类" {...field('kind')} choices={choicesOf(words.remedyKinds)} />
      <TextField
        label={words.remedyKinds.find(({ name }) => name === written.kind)?.body ?? '机关或者法院'}
        {...field('body')}
      />
      <TextField label="案号" {...field('caseNumber')} />
      <DayField label="受理之日" max={today} {...field('filedOn')} />
      <ProblemNote error={record.error} />
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        {recordRemedy.term}
      </Button>
      <Button onClick={onDone}>先不登记</Button>
    </form>
  );
}
