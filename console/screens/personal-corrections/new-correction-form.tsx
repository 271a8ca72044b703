/** 登记更正申请: how it came, who asks (sealed at once), which record, what is wrong with it and what proves it. */
import { useState } from 'react';
import type { CorrectionPage, NewCorrection } from '../../../src/desk/contract.ts';
import { call, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { newSubmission } from '../../components/new-submission.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';

interface NewCorrectionFormProps {
  readonly view: CorrectionPage;
  readonly onDone: (id: string) => unknown;
  readonly onLeave: () => void;
}

const ASKED = {
  agencyId: '请选择受理机关。',
  name: '请填写申请人的姓名或者名称。',
  identity: '只能更正与自身相关的记录，请核对并填写身份证明。',
  record: '请写明哪一份记录。',
  wrong: '请写明错在哪里、应当是什么。',
} as const;

export function NewCorrectionForm({ view, onDone, onLeave }: NewCorrectionFormProps) {
  const [written, setWritten] = useState(() => ({
    submission: newSubmission(),
    agencyId: onlyAgency(view.agencies).name,
    on: view.today,
    channel: 'counter',
    applicantKind: 'natural',
    ...{ name: '', identity: '', phone: '', email: '', address: '', representative: '' },
    ...{ record: '', wrong: '', proof: '' },
  }));
  const [tried, setTried] = useState(false);
  const send = useSend(
    (sent: NewCorrection) => call('POST /api/personal-corrections', { sends: sent }),
    ({ line }) => onDone(line.id),
  );
  const issues = send.error ? problemOf(send.error).issues : [];
  type Name = keyof typeof written;
  const lacks = (name: Name) =>
    name in ASKED && written[name].trim() === '' ? ASKED[name as keyof typeof ASKED] : undefined;
  const field = (name: Name, where = `/${name}`) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: (tried ? lacks(name) : undefined) ?? wrongAt(issues, where),
  });
  const ofApplicant = (name: Name) => field(name, `/applicant/${name}`);
  const submit = () => {
    setTried(true);
    if ((Object.keys(ASKED) as Name[]).some(lacks)) return false;
    const { name, identity, phone, email, address, representative, ...rest } = written;
    const chosen = rest as Pick<NewCorrection, 'channel' | 'applicantKind'> & typeof rest;
    send.mutate({ ...chosen, applicant: { name, identity, phone, email, address, representative } });
    return true;
  };
  return (
    <SideForm
      title="登记更正申请"
      verb="登记更正申请"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <AgencyField agencies={view.agencies} {...field('agencyId')} hint="受理机关" />
      <ChoiceField label="怎样收到的" {...field('channel')} choices={choicesOf(view.channels)} />
      <DayField label="收到之日" max={view.today} {...field('on')} />
      <ChoiceField label="申请人类别" {...field('applicantKind')} choices={choicesOf(view.applicantKinds)} />
      <TextField label="姓名或者名称" {...ofApplicant('name')} />
      <TextField label="身份证明" hint="证件名称和号码，核对本人后填写，加密保存" {...ofApplicant('identity')} />
      <TextField label="电话" optional {...ofApplicant('phone')} />
      <TextField label="通信地址" optional hint="邮寄答复要用" {...ofApplicant('address')} />
      <TextField label="哪一份记录" hint="记录的名称，不要写姓名" {...field('record')} />
      <LongField label="错在哪里，应当是什么" {...field('wrong')} />
      <LongField
        label="提供的证据"
        optional
        hint="写明是什么；扫描件、照片登记以后在案卷里上传。没有提供的先空着，登记以后要求补充"
        {...field('proof')}
      />
    </SideForm>
  );
}
