/** 本机关的填写项. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { LetterParticularsSent, LetterSettingsView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

export interface ParticularsProps {
  readonly view: LetterSettingsView;
  readonly onDone: (after: LetterSettingsView, says: string) => void;
}

export function Particulars({ view, onDone }: ParticularsProps) {
  const { mark, reviewBody, court, onlineReview, payment, inGeneral, change } = view;
  const [written, setWritten] = useState({ mark, reviewBody, court, onlineReview, payment });
  const save = useSend(
    (sends: LetterParticularsSent) => call('POST /api/letter-settings', { sends }),
    (after) => onDone(after, '已经保存，以后制发的文书照此办理。'),
  );
  const field = (name: keyof typeof written) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ agencyId: view.agencyId, ...written });
  };
  return (
    <form className="card step" onSubmit={submit} noValidate aria-label="文书填写项">
      <TextField label="机关代字" hint="用在文号里，例如“示政”" {...field('mark')} />
      <TextField label="行政复议机关" hint={`不填写的，文书写“${inGeneral.reviewBody}”`} {...field('reviewBody')} />
      <TextField label="管辖法院" hint={`不填写的，文书写“${inGeneral.court}”`} {...field('court')} />
      <TextField
        label="在线复议渠道"
        hint="网址。没有填写的，答复书不能电子送达（《行政复议法》第二十二条第二款）"
        {...field('onlineReview')}
      />
      <TextField label="信息处理费的缴纳方式" hint="收款账户、缴款码或者缴款地点" {...field('payment')} />
      <ProblemNote error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!change.allowed}>
        保存填写项
      </Button>
    </form>
  );
}
