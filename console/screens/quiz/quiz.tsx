/** 答题: every question once, then the result with what is right and why. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useParams } from 'wouter';
import type { QuizView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { inProse, weekdayOf } from '../../components/day.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { SolvedQuestions } from '../../components/solved-questions.tsx';
import '../../components/file-head.css';
import './quiz.css';

export default function Quiz() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['quiz', id],
    queryFn: ({ signal }) => call('GET /api/quizzes/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={view.quizId} view={view} />}
    </Loaded>
  );
}

function Shown({ view }: { readonly view: QuizView }) {
  const { title, dueOn, result, isClosed, questions, passScore } = view;
  return (
    <>
      <title>{`${title} · 培训答题 · 政务公开工作台`}</title>
      <header className="file-head">
        <Bits of={['培训答题', `${questions.length} 题`, `合格线 ${passScore} 分`]} />
        <h1>{title}</h1>
      </header>
      {result ? (
        <>
          <p className="quiz-result" role="status" data-passed={result.passed}>
            {`${result.score} 分，${result.passed ? '合格' : '不合格'}。${inProse(result.on)}答题。`}
          </p>
          <SolvedQuestions questions={questions} choices={result.choices} />
        </>
      ) : isClosed ? (
        <p className="quiz-result">{`${inProse(dueOn)}已经截止，没有答题。请找公开工作机构负责人。`}</p>
      ) : (
        <AnswerForm view={view} />
      )}
    </>
  );
}

function AnswerForm({ view: { trainingId, quizId, questions, dueOn } }: { readonly view: QuizView }) {
  const client = useQueryClient();
  const [choices, setChoices] = useState<readonly (readonly number[])[]>(questions.map(() => []));
  const [tried, setTried] = useState(false);
  const send = useSend(
    (_: undefined) =>
      call('POST /api/quizzes/:id/answer', {
        path: { id: trainingId },
        sends: { quizId, choices: choices.map((chosen) => [...chosen]) },
      }),
    (after) => {
      client.setQueryData(['quiz', trainingId], after);
      globalThis.scrollTo(0, 0);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => ['inbox', 'training', 'trainings'].includes(String(queryKey[0])),
      });
    },
  );
  const left = choices.filter((chosen) => chosen.length === 0).length;
  const choose = (n: number, chosen: readonly number[]) =>
    setChoices(choices.map((one, at) => (at === n ? chosen : one)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (left === 0) return send.mutate(undefined);
    const first = choices.findIndex((chosen) => chosen.length === 0);
    document.querySelector<HTMLInputElement>(`#question-${first} input`)?.focus();
  };
  return (
    <form onSubmit={submit} noValidate aria-label="答题">
      <p className="soft">{`请在${inProse(dueOn)}（${weekdayOf(dueOn)}）以前答完。只能答一次，交了就出成绩。`}</p>
      <ol className="quiz-questions">
        {questions.map(({ says, options, isMultiple }, n) => (
          <li key={says} className="card">
            <fieldset id={`question-${n}`} aria-describedby={`wrong-${n}`}>
              <legend>{`${n + 1}．${says}`}</legend>
              {isMultiple ? (
                <Checkbox.Group
                  options={options.map((label, value) => ({ label, value }))}
                  value={[...choices[n]!]}
                  onChange={(chosen) => choose(n, chosen as number[])}
                />
              ) : (
                <Radio.Group
                  options={options.map((label, value) => ({ label, value }))}
                  value={choices[n]![0] ?? null}
                  onChange={(event) => choose(n, [event.target.value as number])}
                />
              )}
              <p id={`wrong-${n}`} className="field-wrong">
                {tried && choices[n]!.length === 0 ? '这一题还没有答。' : ''}
              </p>
            </fieldset>
          </li>
        ))}
      </ol>
      <ProblemNote error={send.error} />
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          交卷
        </Button>
        <span className="soft">{left > 0 ? `还有 ${left} 题没有答` : '都答完了'}</span>
      </p>
    </form>
  );
}
