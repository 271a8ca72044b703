/** 废止、宣布失效: the document stays readable and says from which day it has no force, and by what. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { publicationWordsQuery } from '../../../api/publication-words.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { choicesOf } from '../../../components/choices-of.ts';
import { DayField } from '../../../components/day-field.tsx';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import { TextField } from '../../../components/text-field.tsx';
import type { ActingProps, PublicationAct } from './act.ts';
import { NotDoneNote } from './not-done.tsx';

type How = Extract<PublicationAct, { verb: 'repeal' }>['how'];

export function RepealForm({ error, pending, onAct, onReload }: ActingProps) {
  const words = useQuery(publicationWordsQuery);
  const [how, setHow] = useState('repealed');
  const [on, setOn] = useState('');
  const [by, setBy] = useState('');
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (on === '' || by.trim() === '') return focusFirstWrong(event.currentTarget);
    onAct({ verb: 'repeal', how: how as How, on, by: by.trim() });
  };
  return (
    <form onSubmit={send} noValidate aria-label="废止">
      <p className="causes">废止以后正文仍然可以看到，页面上写明从哪一天起没有效力；年度报告表二按这一天计数。</p>
      <ChoiceField label="怎样停止有效" value={how} onChange={setHow} choices={choicesOf(words.data?.endings ?? [])} />
      <DayField
        label="从哪一天起没有效力"
        value={on}
        onChange={setOn}
        wrong={tried && on === '' ? '请选择日期。' : null}
      />
      <TextField
        label="依据哪份文件"
        value={by}
        onChange={setBy}
        hint="标题或者发文字号"
        wrong={tried && by.trim() === '' ? '请写明依据的文件。' : null}
      />
      <NotDoneNote error={error} onReload={onReload} />
      <Button type="primary" size="large" htmlType="submit" loading={pending}>
        登记
      </Button>
    </form>
  );
}
