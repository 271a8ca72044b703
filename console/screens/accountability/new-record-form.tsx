/** 登记考核、评议、追究: what was done, of whom, with what result. */
import type { NewOversight } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { OversightFormProps } from './form-props.ts';

const ASKED = {
  kind: '请选择种类。',
  agencyId: '请选择登记的机关。',
  aboutId: '请选择对象。',
  on: '请写明日期。',
  title: '请写明事项。',
  result: '请写明结果。',
} as const;

export function NewRecordForm({ view, error, pending, onSend, onLeave }: OversightFormProps) {
  const { written, field, isComplete } = useFields<Record<keyof typeof ASKED, string>>(
    {
      ...{ kind: '', agencyId: onlyAgency(view.agencies).name, aboutId: onlyAgency(view.about).name },
      ...{ on: view.today, title: '', result: '' },
    },
    ASKED,
    error,
  );
  const submit = () => {
    if (!isComplete()) return false;
    onSend({
      ask: () => call('POST /api/oversight/records', { sends: written as NewOversight }),
      says: `已经登记：${written.title}。`,
    });
    return true;
  };
  return (
    <SideForm
      title="登记考核、评议、追究"
      verb="登记"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <ChoiceField label="种类" {...field('kind')} choices={choicesOf(view.kinds)} none="请选择" />
      <AgencyField agencies={view.agencies} {...field('agencyId')} hint="开展的机关" />
      <ChoiceField label="对象" {...field('aboutId')} choices={choicesOf(view.about)} none="请选择机关" />
      <DayField label="日期" {...field('on')} max={view.today} />
      <TextField label="事项" {...field('title')} hint="例如“2026年度政务公开考核”" />
      <LongField label="结果" {...field('result')} hint="年度报告照此写；通报批评的写明文号" />
    </SideForm>
  );
}
