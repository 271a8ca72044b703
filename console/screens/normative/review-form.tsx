/** 登记清理结果: what becomes of a document in force, and on what ground; what then has to be done is said before it is entered. */
import { useState } from 'react';
import type { RegisterLine, RegisterView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm, type SideFormProps } from '../../components/side-form.tsx';
import type { ReviewSent } from './normative.tsx';

interface ReviewFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly line: RegisterLine;
  readonly verdicts: RegisterView['verdicts'];
  readonly onSave: (sent: ReviewSent) => void;
}

export function ReviewForm({ line, verdicts, onSave, ...form }: ReviewFormProps) {
  const [verdict, setVerdict] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  // What an end of its own rules out is not offered.
  const offered = verdicts.filter(({ name }) => name !== (line.expiresOn === null ? 'lapse' : 'keep'));
  const chosen = offered.find(({ name }) => name === verdict);
  const submit = () => {
    setTried(true);
    if (!chosen || why.trim() === '') return false;
    return onSave({ verdict: chosen.name, why: why.trim(), seen: line.lastReview?.n ?? 0 });
  };
  return (
    <SideForm title="登记清理结果" verb="登记清理结果" onSubmit={submit} {...form}>
      <ChoiceField
        label="结果"
        value={verdict}
        onChange={setVerdict}
        choices={offered.map(({ name, term }) => ({ value: name, term }))}
        none="请选择"
        hint={chosen?.hint}
        wrong={tried && !chosen ? '请选择清理的结果。' : null}
      />
      <LongField
        label="依据和理由"
        rows={2}
        value={why}
        onChange={setWhy}
        hint="例如评估报告、常务会议的决定、上位法的变化"
        wrong={tried && why.trim() === '' ? '请写明依据和理由。' : null}
      />
    </SideForm>
  );
}
