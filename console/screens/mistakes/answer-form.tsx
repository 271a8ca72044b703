/** 答复: what came of looking into it, in words the reader will see. */
import { Button } from 'antd';
import { useState } from 'react';
import type { MistakeActBody } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { MistakeFormProps } from './ticket-opening.tsx';

type Verdict = Extract<MistakeActBody, { verb: 'answer' }>['verdict'];

export function AnswerForm({ view, send }: MistakeFormProps) {
  const [verdict, setVerdict] = useState('');
  const [says, setSays] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <section className="card mistake-part" aria-labelledby="answering">
      <h2 id="answering">答复</h2>
      {view.ticket?.open && <p className="soft">整改单还没有销号，改正以前不能答复“属实，已经改正”。</p>}
      <ChoiceField
        label="核实的结论"
        value={verdict}
        onChange={setVerdict}
        choices={choicesOf(view.verdicts)}
        none="请选择"
        wrong={tried && verdict === '' ? '请选择结论。' : undefined}
      />
      <LongField
        label="答复的内容"
        value={says}
        onChange={setSays}
        hint={`留言的人凭查询号看到${view.hasContact ? '，留了邮箱或者手机的，系统发消息告诉他已经答复' : ''}。不是本网站的，写明应当向哪里反映。`}
        wrong={tried && says.trim() === '' ? '请写明核实的情况。' : undefined}
      />
      <ProblemNote error={send.error} />
      <Button
        type="primary"
        loading={send.isPending}
        onClick={() => {
          setTried(true);
          if (verdict !== '' && says.trim() !== '') send.mutate({ verb: 'answer', verdict: verdict as Verdict, says });
        }}
      >
        答复
      </Button>
    </section>
  );
}
