/** The form of one step on a consultation: what it asks and what it causes. */
import { useState } from 'react';
import type { ConsultationActBody, ConsultationView, VerbView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { CountField } from '../../components/count-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';

export interface ActFormProps {
  readonly verb: VerbView;
  readonly file: ConsultationView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: ConsultationActBody) => void;
  readonly onLeave: () => void;
}

const PASSED = [
  { value: 'yes', term: '通过' },
  { value: 'no', term: '退回修改' },
];

export function ActForm({ verb: { verb, term, causes }, file, error, pending, onAct, onLeave }: ActFormProps) {
  const [passed, setPassed] = useState('yes');
  const [words, setWords] = useState(verb === 'summarize' ? file.proposedOutcome : '');
  const [days, setDays] = useState('10');
  const [tried, setTried] = useState(false);
  const judges = verb === 'check' || verb === 'approve';
  const mayBeEmpty = verb === 'submit' || (judges && passed === 'yes');
  const wrong = tried && !mayBeEmpty && words.trim() === '' ? '请填写这一项。' : undefined;
  const submit = () => {
    setTried(true);
    if (!mayBeEmpty && words.trim() === '') return false;
    onAct(actOf(verb, { passed: passed === 'yes', words, days: Number(days) }));
    return true;
  };
  return (
    <SideForm title={term} verb={term} error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <p className="soft">{causes}</p>
      {verb === 'approve' && <p className="consultation-text">{file.outcome}</p>}
      {judges && <ChoiceField label="审核结果" value={passed} onChange={setPassed} choices={PASSED} />}
      {verb === 'prolong' && <CountField label="延长" unit="日" value={days} onChange={setDays} />}
      {verb !== 'submit' && (
        <LongField
          label={judges ? '意见' : verb === 'summarize' ? '结果' : '为什么（公众会看到）'}
          hint={verb === 'summarize' ? '收到多少、怎样处理、下一步；数字和采纳情况的表自动附在后面' : undefined}
          rows={verb === 'summarize' ? 6 : 3}
          optional={mayBeEmpty}
          value={words}
          onChange={setWords}
          wrong={wrong}
        />
      )}
    </SideForm>
  );
}

function actOf(
  verb: string,
  { passed, words, days }: { readonly passed: boolean; readonly words: string; readonly days: number },
): ConsultationActBody {
  switch (verb) {
    case 'check':
    case 'approve':
      return { verb, passed, opinion: words };
    case 'prolong':
      return { verb, days, why: words };
    case 'stop':
      return { verb, why: words };
    case 'summarize':
      return { verb, outcome: words };
    default:
      return { verb: 'submit' };
  }
}
