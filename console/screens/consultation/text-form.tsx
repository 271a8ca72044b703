/** 征集的内容: what is asked, for how long and why, and of a survey its questions. */
import { type ReactNode, useState } from 'react';
import type { ConsultationTextView, ConsultationWords } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { CountField } from '../../components/count-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { QuestionsField } from './questions-field.tsx';

export interface TextFormProps {
  readonly title: string;
  readonly verb: string;
  readonly text: ConsultationTextView;
  readonly words: ConsultationWords;
  readonly mayChangeForm?: boolean;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (text: ConsultationTextView) => boolean;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

export function TextForm(props: TextFormProps) {
  const { title, verb, words, mayChangeForm, error, pending, onSend, onLeave, children } = props;
  const [text, setText] = useState(props.text);
  const [tried, setTried] = useState(false);
  const field = (name: 'title' | 'explanation' | 'draft' | 'otherWays' | 'whyShorter') => ({
    value: text[name],
    onChange: (value: string) => setText({ ...text, [name]: value }),
  });
  const matter = words.matters.find(({ name }) => name === text.matter)!;
  const isSurvey = text.form === 'survey';
  const submit = () => {
    setTried(true);
    return text.title.trim() !== '' && onSend(text);
  };
  return (
    <SideForm title={title} verb={verb} error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      {children}
      {mayChangeForm && (
        <ChoiceField
          label="形式"
          value={text.form}
          onChange={(form) => setText({ ...text, form: form as ConsultationTextView['form'] })}
          choices={choicesOf(words.forms)}
          hint={words.forms.find(({ name }) => name === text.form)?.says}
        />
      )}
      <TextField
        label="题目"
        hint="例如：关于《……办法（征求意见稿）》公开征求意见"
        {...field('title')}
        wrong={tried && text.title.trim() === '' ? '请写明题目。' : undefined}
      />
      <LongField
        label={isSurvey ? '调查说明' : '起草说明'}
        hint="为什么起草、主要内容、依据"
        {...field('explanation')}
      />
      {!isSurvey && <LongField label="征求意见稿" hint="正文逐条写，和起草说明一起公布" rows={8} {...field('draft')} />}
      {isSurvey && (
        <QuestionsField
          questions={text.questions}
          kinds={words.questionKinds}
          onChange={(questions) => setText({ ...text, questions })}
        />
      )}
      <ChoiceField
        label="属于哪一类"
        value={text.matter}
        onChange={(to) => setText({ ...text, matter: to as ConsultationTextView['matter'] })}
        choices={choicesOf(words.matters)}
        hint={`一般不少于 ${matter.least} 日。依据：${matter.basis}`}
      />
      <CountField
        label="期限"
        unit="日"
        value={String(text.days)}
        onChange={(days) => setText({ ...text, days: Math.min(365, Number(days)) })}
        hint="从审核通过发布的次日起算，最后一日遇节假日顺延"
      />
      {text.days < matter.least && (
        <LongField label="缩短期限的说明（和征求意见稿一起公布）" {...field('whyShorter')} />
      )}
      <LongField label="其他提出意见的方式" optional hint="通信地址、电话、电子邮箱" {...field('otherWays')} />
    </SideForm>
  );
}
