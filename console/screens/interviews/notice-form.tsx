/** 预告的表单: who speaks of what, and when. */
import type { InterviewView, Term } from '../../../src/desk/contract.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import { NoticePicture } from './notice-picture.tsx';

const ASKED = {
  agencyId: '请选择由哪个机关主办。',
  title: '请写明主题。',
  guest: '请写明嘉宾。',
  guestPost: '请写明嘉宾的职务。',
  intro: '请写几句简介。',
  plannedOn: '请写明哪一天。',
  plannedAt: '请写明几点开始。',
} as const;

export type Notice = InterviewView['notice'];

const BLANK: Notice = {
  ...{ title: '', guest: '', guestPost: '', intro: '', plannedOn: '', plannedAt: '' },
  ...{ picture: '', pictureWords: '' },
};

interface NoticeFormProps {
  readonly title: string;
  readonly verb: string;
  /** For a new one; none where it is known. */
  readonly agencies: readonly Term[];
  readonly notice?: Notice;
  /** Of the notice that is changed. */
  readonly agencyId?: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (agencyId: string, notice: Notice) => void;
  readonly onLeave: () => void;
}

export function NoticeForm(props: NoticeFormProps) {
  const { title, verb, agencies, notice, error, pending, onSend, onLeave } = props;
  const agencyId = notice ? 'kept' : onlyAgency(agencies).name;
  const { written, field, isComplete } = useFields({ ...(notice ?? BLANK), agencyId }, ASKED, error);
  const agency = props.agencyId ?? written.agencyId;
  const submit = () => {
    if (!isComplete()) return false;
    const { agencyId: chosen, ...rest } = written;
    onSend(chosen, rest);
    return true;
  };
  return (
    <SideForm title={title} verb={verb} error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <AgencyField agencies={agencies} {...field('agencyId')} hint="谁主办" />
      <TextField label="主题" {...field('title')} />
      <TextField label="嘉宾" {...field('guest')} />
      <TextField label="嘉宾的职务" {...field('guestPost')} hint="单位和职务写全" />
      <LongField label="简介" {...field('intro')} />
      <NoticePicture agencyId={agency} picture={field('picture')} words={field('pictureWords')} />
      <DayField label="日期" {...field('plannedOn')} />
      <TextField label="开始的时间" {...field('plannedAt')} hint="北京时间，写成 09:30 这样" />
    </SideForm>
  );
}
