/** The form of one step on an interview: what it asks and what follows from it. */
import type { InterviewActSent, InterviewView, VerbView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import { NoticeForm } from './notice-form.tsx';

interface ActFormProps {
  readonly verb: VerbView;
  readonly file: InterviewView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: InterviewActSent) => void;
  readonly onLeave: () => void;
}

export function ActForm(props: ActFormProps) {
  const { verb, file, error, pending, onAct, onLeave } = props;
  if (verb.verb !== 'revise') return <OtherForm {...props} />;
  return (
    <NoticeForm
      title={verb.term}
      verb="保存"
      agencies={[]}
      notice={file.notice}
      agencyId={file.agencyId}
      error={error}
      pending={pending}
      onSend={(_, notice) => onAct({ verb: 'revise', seen: file.noticeSeen, notice })}
      onLeave={onLeave}
    />
  );
}

function OtherForm({ verb: { verb, term, causes }, file, error, pending, onAct, onLeave }: ActFormProps) {
  const must = verb === 'cancel' ? { why: '请写明原因。' } : verb === 'linkVideo' ? { url: '请写明视频的地址。' } : {};
  const { written, field, isComplete } = useFields({ passed: 'yes', opinion: '', why: '', url: '' }, must, error);
  const seen = file.noticeSeen;
  const submit = () => {
    if (!isComplete()) return false;
    const { opinion, why, url } = written;
    if (verb === 'submit') onAct({ verb, seen });
    else if (verb === 'check') onAct({ verb, seen, passed: written.passed === 'yes', opinion });
    else if (verb === 'begin' || verb === 'end') onAct({ verb });
    else if (verb === 'cancel') onAct({ verb, why });
    else if (verb === 'linkVideo') onAct({ verb, url });
    return true;
  };
  return (
    <SideForm title={term} verb={term} error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <p className="soft">{causes}</p>
      {verb === 'check' && (
        <>
          <ChoiceField label="审核结果" {...field('passed')} choices={PASSED} />
          <LongField label="意见" optional={written.passed === 'yes'} {...field('opinion')} />
        </>
      )}
      {verb === 'cancel' && <LongField label="取消的原因" {...field('why')} hint="公开过预告的，原因显示在门户" />}
      {verb === 'linkVideo' && <TextField label="视频地址" {...field('url')} hint="以 https:// 开头" />}
    </SideForm>
  );
}

const PASSED = [
  { value: 'yes', term: '通过，公开预告' },
  { value: 'no', term: '退回修改' },
];
