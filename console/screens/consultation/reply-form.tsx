/** 答复意见: what becomes of the chosen ones, in words from a template, and the gist that the public reads. */
import { useState } from 'react';
import type { ConsultationActBody, ConsultationView, OpinionLineView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';

export interface ReplyFormProps {
  readonly file: ConsultationView;
  readonly chosen: readonly OpinionLineView[];
  readonly error: unknown;
  readonly pending: boolean;
  readonly onReply: (act: ConsultationActBody) => void;
  readonly onLeave: () => void;
}

export function ReplyForm({ file: { adoptions }, chosen, error, pending, onReply, onLeave }: ReplyFormProps) {
  const first = chosen[0]!;
  const templateOf = (name: string) => adoptions.find((one) => one.name === name)?.template ?? '';
  const [adoption, setAdoption] = useState(first.adoption ?? 'adopted');
  const [reply, setReply] = useState(first.reply || templateOf('adopted'));
  const [gist, setGist] = useState(chosen.length === 1 ? first.proposedGist : first.gist);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reply.trim() === '') return false;
    const opinionIds = chosen.map(({ id }) => id);
    onReply({ verb: 'reply', opinionIds, adoption, reply, gist } as ConsultationActBody);
    return true;
  };
  return (
    <SideForm
      title={`答复 ${chosen.length} 条意见`}
      verb="答复"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <ChoiceField
        label="处理"
        value={adoption}
        onChange={(to) => {
          // Words that are still the template follow the choice; what was written stays.
          if (reply === templateOf(adoption) || reply === '') setReply(templateOf(to));
          setAdoption(to);
        }}
        choices={choicesOf(adoptions)}
      />
      <LongField
        label="答复和理由"
        hint="提出人凭查询码看到；省略号处要写明"
        value={reply}
        onChange={setReply}
        wrong={tried && reply.trim() === '' ? '请写答复。' : undefined}
      />
      <LongField
        label="公布的意见摘要"
        optional
        hint="不写的只计入数字；写的和答复一起公布，请隐去姓名、电话、住址等个人信息"
        value={gist}
        onChange={setGist}
      />
    </SideForm>
  );
}
