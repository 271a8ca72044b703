/** 计划一期培训: what it is about, when, and who is to come. */
import { useState } from 'react';
import type { TrainingPage } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { PersonsField } from '../../components/persons-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';

const ASKED = {
  agencyId: '请选择举办的机关。',
  title: '请写明名称。',
  content: '请写明讲什么。',
  plannedOn: '请写明日期。',
} as const;
type Must = keyof typeof ASKED;
type Name = Must | 'lecturer' | 'place';

interface NewTrainingFormProps {
  readonly view: TrainingPage;
  readonly onDone: (says: string) => unknown;
  readonly onLeave: () => void;
}

export function NewTrainingForm({ view, onDone, onLeave }: NewTrainingFormProps) {
  const [written, setWritten] = useState<Record<Name, string>>({
    ...{ agencyId: onlyAgency(view.agencies).name, title: '', content: '', plannedOn: '', lecturer: '', place: '' },
  });
  const [invited, setInvited] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const send = useSend(
    (_: undefined) => call('POST /api/trainings', { sends: { ...written, invited: [...invited] } }),
    () => onDone(`已经计划：${written.title}。`),
  );
  const lacks = (name: Name) => name in ASKED && written[name].trim() === '';
  const field = (name: Name) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: tried && lacks(name) ? ASKED[name as Must] : undefined,
  });
  const submit = () => {
    setTried(true);
    if ((Object.keys(written) as Name[]).some(lacks) || invited.length === 0) return false;
    send.mutate(undefined);
    return true;
  };
  const persons = view.trainees.map(({ name, term, agency }) => ({ id: name, name: term, agency }));
  return (
    <SideForm
      title="计划一期培训"
      verb="列入计划"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <AgencyField agencies={view.agencies} {...field('agencyId')} hint="举办的机关" />
      <TextField label="名称" {...field('title')} hint="例如“第四季度政务公开业务培训”" />
      <LongField label="讲什么" {...field('content')} />
      <TextField label="讲课的人" {...field('lecturer')} optional />
      <TextField label="地点" {...field('place')} optional />
      <DayField label="日期" {...field('plannedOn')} />
      <PersonsField
        label="参加的人"
        persons={persons}
        chosen={invited}
        onChange={setInvited}
        wrong={tried && invited.length === 0 ? '请选择参加的人。' : undefined}
      />
    </SideForm>
  );
}
