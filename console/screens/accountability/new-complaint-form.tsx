/** 登记投诉、举报: about whom, on which ground, what is complained of; never who complained. */
import type { NewComplaint } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { OversightFormProps } from './form-props.ts';

const ASKED = {
  agencyId: '请选择受理的机关。',
  aboutId: '请选择被投诉的机关。',
  ground: '请选择理由。',
  receivedOn: '请写明收到的日期。',
  says: '请写明投诉的事情。',
} as const;

export function NewComplaintForm({ view, error, pending, onSend, onLeave }: OversightFormProps) {
  const { written, field, isComplete } = useFields<Record<keyof typeof ASKED, string>>(
    {
      ...{ agencyId: onlyAgency(view.agencies).name, aboutId: onlyAgency(view.about).name },
      ...{ ground: '', receivedOn: view.today, says: '' },
    },
    ASKED,
    error,
  );
  const submit = () => {
    if (!isComplete()) return false;
    onSend({
      ask: () => call('POST /api/oversight/complaints', { sends: written as NewComplaint }),
      says: '已经登记投诉。',
    });
    return true;
  };
  return (
    <SideForm title="登记投诉、举报" verb="登记" error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <AgencyField agencies={view.agencies} {...field('agencyId')} hint="受理的机关" />
      <ChoiceField label="被投诉的机关" {...field('aboutId')} choices={choicesOf(view.about)} none="请选择机关" />
      <ChoiceField label="理由" {...field('ground')} choices={choicesOf(view.grounds)} none="请选择" />
      <DayField label="收到日期" {...field('receivedOn')} max={view.today} />
      <LongField label="投诉的事情" {...field('says')} hint="不要写投诉人的姓名和联系方式，留在纸质案卷里" />
    </SideForm>
  );
}
