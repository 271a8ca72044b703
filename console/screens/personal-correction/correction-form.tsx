/** The form of one step: its day and what it asks. */
import { useState } from 'react';
import type { CorrectionActBody, CorrectionFileView, VerbView, Vocabulary } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';

export interface CorrectionStage {
  readonly file: CorrectionFileView;
  readonly words: Vocabulary;
}

interface CorrectionFormProps {
  readonly verb: VerbView;
  readonly stage: CorrectionStage;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: CorrectionActBody) => void;
  readonly onLeave: () => void;
}

/** What each step sends beside its day. */
const SENDS: Readonly<Record<string, (values: Readonly<Record<string, string>>) => readonly string[]>> = {
  askProof: () => ['what', 'until'],
  receiveProof: () => ['what'],
  decideCorrection: ({ names }) => ['outcome', 'why', ...(names === 'yes' ? ['to'] : [])],
  serveCorrection: ({ method }) =>
    method === 'post' ? ['method', 'carrier', 'tracking', 'evidence'] : ['method', 'receiver', 'evidence'],
};
/** The number of the receipt of the postal enterprise says enough. */
const MAY_BE_EMPTY = ({ method }: Readonly<Record<string, string>>) => (method === 'post' ? ['evidence'] : []);

export function CorrectionForm({ verb: view, stage, error, pending, onAct, onLeave }: CorrectionFormProps) {
  const { file, words } = stage;
  const { verb } = view;
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({
    on: file.today,
    outcome: 'corrected',
    method: 'direct',
    carrier: 'ems',
    receiver: 'self',
  });
  const [tried, setTried] = useState(false);
  const issues = error ? problemOf(error).issues : [];
  const outcome = file.outcomes.find(({ name }) => name === written.outcome);
  const values = { ...written, names: outcome?.names ? 'yes' : 'no' };
  const asked = ['on', ...(SENDS[verb]?.(values) ?? [])];
  const lacking = asked.filter((name) => (written[name] ?? '').trim() === '' && !MAY_BE_EMPTY(values).includes(name));
  const field = (name: string) => ({
    value: written[name] ?? '',
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: (tried && lacking.includes(name) ? '请填写这一项。' : undefined) ?? wrongAt(issues, `/act/${name}`),
  });
  const submit = () => {
    setTried(true);
    if (lacking.length > 0) return false;
    const act = Object.fromEntries(asked.map((name) => [name, written[name] ?? '']));
    onAct({ verb, ...act } as CorrectionActBody);
    return true;
  };
  const shows = (name: string) => asked.includes(name);
  return (
    <SideForm title={view.term} verb={view.term} error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <p className="soft">{view.causes}</p>
      {shows('outcome') && <ChoiceField label="处理结果" {...field('outcome')} choices={choicesOf(file.outcomes)} />}
      {shows('what') && <LongField label={verb === 'askProof' ? '需要什么证据' : '收到什么证据'} {...field('what')} />}
      {shows('until') && <DayField label="请在哪一天以前提交" {...field('until')} />}
      {shows('why') && <LongField label="事实和理由" hint={outcome?.hint} {...field('why')} />}
      {shows('to') && <TextField label="有权更正的机关" hint="名称和联系方式" {...field('to')} />}
      {shows('method') && (
        <ChoiceField
          label="送达方式"
          {...field('method')}
          choices={choicesOf(words.serviceMethods.filter(({ name }) => name !== 'electronic'))}
        />
      )}
      {shows('carrier') && <ChoiceField label="邮件种类" {...field('carrier')} choices={choicesOf(words.carriers)} />}
      {shows('tracking') && <TextField label="邮件号码" {...field('tracking')} />}
      {shows('receiver') && <ChoiceField label="签收人" {...field('receiver')} choices={choicesOf(words.receivers)} />}
      {shows('evidence') && written.method !== 'post' && <TextField label="送达凭证" {...field('evidence')} />}
      <DayField label="办理之日" max={file.today} {...field('on')} />
    </SideForm>
  );
}
