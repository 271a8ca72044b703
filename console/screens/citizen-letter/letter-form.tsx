/** The form of one step on a letter: what it asks, and for 公开 what the rules propose to mask. */
import { useState } from 'react';
import type { CitizenLetterActBody, CitizenLetterView, VerbView } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { wrongAt } from '../../components/field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';

interface LetterFormProps {
  readonly verb: VerbView;
  readonly file: CitizenLetterView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: CitizenLetterActBody) => void;
  readonly onLeave: () => void;
}

/** What each step sends. */
const SENDS: Readonly<Record<string, readonly string[]>> = {
  accept: ['simple'],
  refuse: ['reason', 'where'],
  transfer: ['to', 'why'],
  draft: ['text'],
  check: ['passed', 'opinion'],
  publish: ['title', 'body', 'answer'],
  withdraw: ['why'],
};
const YES_OR_NO: readonly string[] = ['simple', 'passed'];

export function LetterForm({ verb: { verb, term, causes }, file, error, pending, onAct, onLeave }: LetterFormProps) {
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({
    simple: 'yes',
    passed: 'yes',
    reason: file.refusals[0]?.name ?? '',
    text: file.draft,
    ...file.proposed,
  });
  const [tried, setTried] = useState(false);
  const issues = error ? problemOf(error).issues : [];
  const asked = SENDS[verb] ?? [];
  const mayBeEmpty = (name: string) => name === 'opinion' && written.passed === 'yes';
  const lacking = asked.filter((name) => (written[name] ?? '').trim() === '' && !mayBeEmpty(name));
  const field = (name: string) => ({
    value: written[name] ?? '',
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: (tried && lacking.includes(name) ? '请填写这一项。' : undefined) ?? wrongAt(issues, `/act/${name}`),
  });
  const submit = () => {
    setTried(true);
    if (lacking.length > 0) return false;
    const act = asked.map((name) => {
      const value = written[name] ?? '';
      return [name, YES_OR_NO.includes(name) ? value === 'yes' : value];
    });
    onAct({ verb, ...Object.fromEntries(act) } as CitizenLetterActBody);
    return true;
  };
  const shows = (name: string) => asked.includes(name);
  const refusal = file.refusals.find(({ name }) => name === written.reason);
  return (
    <SideForm title={term} verb={term} error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <p className="soft">{causes}</p>
      {shows('simple') && <ChoiceField label="答复期限" {...field('simple')} choices={SIMPLE} />}
      {shows('reason') && <ChoiceField label="理由" {...field('reason')} choices={choicesOf(file.refusals)} />}
      {shows('where') && <LongField label="应当向哪里提出" hint={refusal?.hint} {...field('where')} />}
      {shows('to') && (
        <ChoiceField label="转给哪个机关" none="请选择" {...field('to')} choices={choicesOf(file.agencies)} />
      )}
      {shows('why') && <LongField label="为什么" {...field('why')} />}
      {shows('text') && <LongField label="答复" {...field('text')} />}
      {shows('passed') && (
        <>
          <p className="letter-text">{file.draft}</p>
          <ChoiceField label="审核结果" {...field('passed')} choices={PASSED} />
        </>
      )}
      {shows('opinion') && <LongField label="意见" optional={written.passed === 'yes'} {...field('opinion')} />}
      {shows('title') && (
        <>
          <p>下面已经按规则隐去一部分个人信息。请逐字看过，再隐去姓名、住址等能认出来信人的内容。</p>
          <ul className="letter-steps">
            {file.found.map(({ says, advice }) => (
              <li key={says}>
                {says}
                {advice}
              </li>
            ))}
          </ul>
          <TextField label="公开的题目" {...field('title')} />
          <LongField label="公开的来信" {...field('body')} />
          <LongField label="公开的答复" {...field('answer')} />
        </>
      )}
    </SideForm>
  );
}

const SIMPLE = [
  { value: 'yes', term: '简单常见问题，5个工作日' },
  { value: 'no', term: '其他，按承诺的期限' },
];
const PASSED = [
  { value: 'yes', term: '通过' },
  { value: 'no', term: '退回重写' },
];
