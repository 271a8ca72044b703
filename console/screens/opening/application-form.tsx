/** 登记一件结转申请. */
import type { OpeningApplication } from '../../../src/desk/contract.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import { applicationToSend, blankApplication } from './carried-over.ts';
import type { EntryFormProps } from './entry-form.ts';

export function ApplicationForm({ view, today, agencyId, onSave, ...form }: EntryFormProps<OpeningApplication>) {
  const { written, field, isComplete } = useFields(blankApplication(agencyId), MUST, form.error);
  const ofApplicant = (name: keyof OpeningApplication['applicant']) => field(name, `/applicant/${name}`);
  return (
    <SideForm
      title="登记一件结转申请"
      verb="登记这件申请"
      onSubmit={() => isComplete() && onSave(applicationToSend(written))}
      {...form}
    >
      <AgencyField agencies={view.applicationsFor} {...field('agencyId')} />
      <div className="pair">
        <TextField label="原登记号" {...field('number')} hint="纸质台账或者原系统里的号码，保持不变" />
        <DayField label="收到申请之日" max={today} {...field('receivedOn')} hint="答复期限由它算出" />
        <ChoiceField label="渠道" {...field('channel')} choices={choicesOf(view.channels)} none="请选择" />
        <ChoiceField
          label="申请人类别"
          {...field('applicantKind')}
          choices={choicesOf(view.applicantKinds)}
          none="请选择"
        />
        <TextField label="姓名或者名称" {...ofApplicant('name')} />
        <TextField label="身份证明" optional {...ofApplicant('identity')} hint="证件名称和号码，加密保存" />
        <TextField label="电话" optional {...ofApplicant('phone')} />
        <TextField label="电子邮箱" optional {...ofApplicant('email')} />
        <TextField label="通信地址" optional {...ofApplicant('address')} />
        <TextField label="联系人" optional {...ofApplicant('representative')} hint="单位申请的法定代表人或者经办人" />
      </div>
      <LongField label="所需信息" {...field('wanted')} hint="照原文录入" />
      <ChoiceField label="获取方式" {...field('formWanted')} choices={choicesOf(view.formsWanted)} none="请选择" />
    </SideForm>
  );
}

const MUST = {
  agencyId: '请选择登记到哪个机关。',
  number: '请填写原登记号。',
  receivedOn: '请选择收到申请之日，答复期限由它算出。',
  channel: '请选择渠道。',
  applicantKind: '请选择申请人类别，年度报告表三按它分列。',
  name: '请填写申请人的姓名或者名称。',
  wanted: '请照原文录入所需的信息。',
  formWanted: '请选择申请人要求的方式。',
};
