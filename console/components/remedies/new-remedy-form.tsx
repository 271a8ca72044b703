/** 登记复议、诉讼: kind, number, who took it on, and since when. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { NewRemedy, Term, Vocabulary } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { AgencyField } from '../agency-field.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { choicesOf } from '../choices-of.ts';
import { DayField } from '../day-field.tsx';
import { wrongAt } from '../field.tsx';
import { onlyAgency } from '../only-agency.ts';
import { ProblemNote } from '../problem-note.tsx';
import { TextField } from '../text-field.tsx';
import { useRecordRemedy } from './use-remedy.ts';
import './remedy-form.css';

export interface NewRemedyFormProps {
  /** The agency of the file, or those whose cases the officer records. */
  readonly agencies: readonly Term[];
  /** Null for a case about a reply from before the product. */
  readonly requestId: string | null;
  readonly words: Vocabulary;
  readonly today: string;
  /** What the step is called. */
  readonly term: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

export function NewRemedyForm({ agencies, requestId, words, today, term, onDone, onLeave }: NewRemedyFormProps) {
  const agencyId = onlyAgency(agencies).name;
  const [written, setWritten] = useState({ agencyId, kind: 'review', caseNumber: '', body: '', filedOn: today });
  const [tried, setTried] = useState(false);
  const lacksAgency = written.agencyId === '';
  const record = useRecordRemedy(onDone);
  const issues = record.error ? problemOf(record.error).issues : [];
  const field = (name: keyof typeof written) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: wrongAt(issues, `/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lacksAgency) return;
    record.mutate({ ...written, kind: written.kind as NewRemedy['kind'], requestId });
  };
  return (
    <form className="remedy-form" onSubmit={submit} noValidate aria-label={term}>
      <AgencyField
        agencies={agencies}
        {...field('agencyId')}
        hint="被申请人或者被告"
        {...(tried && lacksAgency ? { wrong: '请选择被申请人或者被告。' } : {})}
      />
      <ChoiceField label="种类" {...field('kind')} choices={choicesOf(words.remedyKinds)} />
      <TextField
        label={words.remedyKinds.find(({ name }) => name === written.kind)?.body ?? '机关或者法院'}
        {...field('body')}
      />
      <TextField label="案号" {...field('caseNumber')} />
      <DayField label="受理之日" max={today} {...field('filedOn')} />
      <ProblemNote error={record.error} />
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        {term}
      </Button>
      <Button onClick={onLeave}>先不登记</Button>
    </form>
  );
}
