/** 撤回: why, for the public and for the file; a duplicate says which document stays. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { publicationWordsQuery } from '../../../api/publication-words.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { choicesOf } from '../../../components/choices-of.ts';
import { DocumentPicker, type Picked } from '../../../components/document-picker.tsx';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import { LongField } from '../../../components/long-field.tsx';
import type { ActingProps, PublicationAct } from './act.ts';
import { NotDoneNote } from './not-done.tsx';

type Reason = Extract<PublicationAct, { verb: 'withdraw' }>['reason'];

export function WithdrawForm({ view, error, pending, onAct, onReload }: ActingProps) {
  const words = useQuery(publicationWordsQuery);
  const [reason, setReason] = useState('');
  const [explanation, setExplanation] = useState('');
  const [into, setInto] = useState<Picked | null>(null);
  const [tried, setTried] = useState(false);
  const merged = reason === 'merged';
  const lacks = {
    reason: reason === '',
    explanation: explanation.trim() === '',
    into: merged && into === null,
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(lacks).some(Boolean)) return focusFirstWrong(event.currentTarget);
    const why = { reason: reason as Reason, explanation: explanation.trim() };
    onAct({ verb: 'withdraw', ...why, ...(merged && into ? { mergedInto: into.id } : {}) });
  };
  return (
    <form onSubmit={send} noValidate aria-label="撤回">
      <p className="causes">撤回以后正文不再公开，原来的网址留下一句说明，索引号不再给别的信息。</p>
      <ChoiceField
        label="撤回的原因"
        value={reason}
        onChange={setReason}
        choices={choicesOf(words.data?.withdrawalReasons ?? [])}
        none="请选择"
        wrong={tried && lacks.reason ? '请选择撤回的原因，公众会看到它。' : null}
      />
      {merged && (
        <DocumentPicker
          label="并入哪一条"
          picked={into}
          onPick={setInto}
          not={view.id}
          wrong={tried && lacks.into ? '请选择并入的信息。' : null}
        />
      )}
      <LongField
        label="说明"
        value={explanation}
        onChange={setExplanation}
        hint="留档备查，不对外显示"
        wrong={tried && lacks.explanation ? '请写明为什么撤回。' : null}
      />
      <NotDoneNote error={error} onReload={onReload} />
      <Button type="primary" danger size="large" htmlType="submit" loading={pending}>
        撤回这条信息
      </Button>
    </form>
  );
}
