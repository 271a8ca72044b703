/** 列入一项: what is to be done, on what basis, by whom and until when. */
import { useState } from 'react';
import type { WorkPointPage } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';

const ASKED = {
  agencyId: '请选择列入哪个机关的要点。',
  title: '请写明要做什么。',
  basis: '请写明依据。',
  ownerId: '请选择责任单位。',
  dueOn: '请写明完成时限。',
} as const;
type Name = keyof typeof ASKED | 'heading';

export interface PointFormProps {
  readonly view: WorkPointPage;
  readonly onDone: (says: string) => unknown;
  readonly onLeave: () => void;
}

export function NewPointForm({ view, onDone, onLeave }: PointFormProps) {
  const [written, setWritten] = useState<Record<Name, string>>({
    ...{ agencyId: onlyAgency(view.agencies).name, heading: '', title: '', basis: '' },
    ...{ ownerId: onlyAgency(view.owners).name, dueOn: '' },
  });
  const [tried, setTried] = useState(false);
  const send = useSend(
    () => call('POST /api/work-points', { sends: { ...written, year: view.year } }),
    () => onDone(`已经列入：${written.title}。`),
  );
  const lacks = (name: Name) => name !== 'heading' && written[name].trim() === '';
  const field = (name: Name) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: tried && name !== 'heading' && lacks(name) ? ASKED[name] : undefined,
  });
  const submit = () => {
    setTried(true);
    if ((Object.keys(written) as Name[]).some(lacks)) return false;
    send.mutate(undefined);
    return true;
  };
  return (
    <SideForm
      title={`列入${view.year}年的一项`}
      verb="列入要点"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <AgencyField agencies={view.agencies} {...field('agencyId')} hint="谁的要点" />
      <TextField label="板块" {...field('heading')} hint="要点里的大标题，没有的不填" optional />
      <LongField label="要做什么" {...field('title')} />
      <TextField label="依据" {...field('basis')} hint="上级要点的文号和条目，或者本机关的会议纪要" />
      <ChoiceField label="责任单位" {...field('ownerId')} choices={choicesOf(view.owners)} none="请选择机关" />
      <DayField label="完成时限" {...field('dueOn')} />
    </SideForm>
  );
}
