/** 投诉、举报: each with its day, and the answer where there is one. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ComplaintAnswer, OversightPage } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Bits } from '../../components/bits.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DueDay } from '../../components/due-day.tsx';
import { Light } from '../../components/light.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import type { OversightFormProps } from './form-props.ts';

type Line = OversightPage['complaints'][number];

export function ComplaintList({ view, ...form }: OversightFormProps) {
  const [answering, setAnswering] = useState<string | null>(null);
  if (view.complaints.length === 0) return null;
  const leave = () => setAnswering(null);
  return (
    <section aria-labelledby="complaints">
      <h2 id="complaints">投诉、举报</h2>
      <ul className="oversight-list">
        {view.complaints.map((line) => (
          <li key={line.id} className="card">
            <div className="oversight-head">
              <h3>{line.number}</h3>
              <Light light={line.light} />
              {line.answered === null && <DueDay {...line} />}
            </div>
            <Bits of={[line.ground, line.about, `${line.receivedOn} 收到`]} />
            <p className="oversight-text">{line.says}</p>
            {line.answered && (
              <>
                <p>
                  <strong>{`${line.answered.on} 答复：${line.answered.verdict}，${line.answered.measure}`}</strong>
                </p>
                <p className="oversight-text">{line.answered.text}</p>
                <p className="soft">{line.answered.by}</p>
              </>
            )}
            {line.answered === null && view.agencies.length > 0 && answering !== line.id && (
              <Button onClick={() => setAnswering(line.id)} aria-label={`答复${line.number}`}>
                答复
              </Button>
            )}
            {answering === line.id && <AnswerForm line={line} view={view} {...form} onLeave={leave} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnswerForm({ line, view, error, pending, onSend, onLeave }: OversightFormProps & { readonly line: Line }) {
  const [verdict, setVerdict] = useState('');
  const [measure, setMeasure] = useState('');
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const found = view.verdicts.find(({ name }) => name === verdict)?.found;
  const measures = view.measures.filter(({ name }) => found === undefined || (name !== 'none') === found);
  const submit = () => {
    setTried(true);
    if (verdict === '' || measure === '' || answer.trim() === '') return false;
    const sends = { verdict, measure, answer } as ComplaintAnswer;
    onSend({
      ask: () =>
        call('POST /api/oversight/complaints/:id/answer', { path: { id: line.id }, query: { year: view.year }, sends }),
      says: `已经答复：${line.number}。`,
    });
    return true;
  };
  const lack = (text: string, says: string) => (tried && text.trim() === '' ? says : undefined);
  return (
    <SideForm
      title={`答复${line.number}`}
      verb="答复"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <ChoiceField
        label="查明的结果"
        value={verdict}
        onChange={(to) => {
          setVerdict(to);
          setMeasure('');
        }}
        choices={choicesOf(view.verdicts)}
        none="请选择"
        wrong={lack(verdict, '请选择查明的结果。')}
      />
      <ChoiceField
        label="处理"
        value={measure}
        onChange={setMeasure}
        choices={choicesOf(measures)}
        none="请选择"
        hint="查证属实的，应当督促整改或者通报批评（《条例》第四十七条第二款）"
        wrong={lack(measure, '请选择怎样处理。')}
      />
      <LongField
        label="查明的情况和答复"
        value={answer}
        onChange={setAnswer}
        wrong={lack(answer, '请写明查明的情况。')}
      />
    </SideForm>
  );
}
