/** 发言: typed and out. What was typed stays until it is out; sent again after a broken line it is said once. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { InterviewView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { newSubmission } from '../../components/new-submission.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useInterviewAct } from './use-interview-act.ts';

export function SayForm({ file, allowed }: { readonly file: InterviewView; readonly allowed: boolean }) {
  const [speaker, setSpeaker] = useState('host');
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState('');
  const [once, setOnce] = useState(newSubmission);
  const [lacking, setLacking] = useState(false);
  const send = useInterviewAct(file.line.id, () => {
    setText('');
    setAnswers('');
    setOnce(newSubmission());
  });
  if (!allowed) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(text.trim() === '');
    if (text.trim() === '') return;
    send.mutate({
      verb: 'say',
      speaker: speaker === 'guest' ? 'guest' : 'host',
      ...{ text, once, answers: answers === '' ? null : Number(answers) },
    });
  };
  const asked = file.lines.filter(({ who }) => who === 'public');
  return (
    <form className="card interview-part" onSubmit={submit} aria-label="发言" noValidate>
      <h2>发言</h2>
      <p className="soft">发出以后立即在门户公开。写错的，在下面的实录里更正。</p>
      <ChoiceField label="谁说的" value={speaker} onChange={setSpeaker} choices={SPEAKERS} />
      {asked.length > 0 && (
        <ChoiceField
          label="回答哪个提问"
          value={answers}
          onChange={setAnswers}
          none="不是回答提问"
          choices={asked.map(({ n, text: question }) => ({ value: String(n), term: question.slice(0, 40) }))}
        />
      )}
      <LongField
        label="内容"
        value={text}
        onChange={setText}
        wrong={lacking && text.trim() === '' ? '请写发言的内容。' : undefined}
      />
      <ProblemNote error={send.error} />
      <p>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          发出
        </Button>
      </p>
    </form>
  );
}

const SPEAKERS = [
  { value: 'host', term: '主持人' },
  { value: 'guest', term: '嘉宾' },
];
