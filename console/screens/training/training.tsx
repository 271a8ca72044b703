/** 一期培训: the next step first, who came and how they answered, and the questions with their basis. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { TrainingActBody, TrainingView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import '../../components/file-head.css';
import '../../components/table.css';
import { SolvedQuestions } from '../../components/solved-questions.tsx';
import './training.css';
import { TrainingActs } from './training-acts.tsx';

export default function Training() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['training', id],
    queryFn: ({ signal }) => call('GET /api/trainings/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} />}
    </Loaded>
  );
}

function Shown({ view }: { readonly view: TrainingView }) {
  const { line } = view;
  const { send, done, round } = useActs({
    kept: ['training', line.id],
    lists: ['trainings', 'quiz'],
    send: ({ act }: { readonly act: TrainingActBody; readonly says: string }) =>
      call('POST /api/trainings/:id/acts', { path: { id: line.id }, sends: { seen: view.seen, act } }),
    says: ({ says }) => says,
  });
  return (
    <>
      <title>{`${line.title} · 培训 · 政务公开工作台`}</title>
      <header className="file-head">
        <Bits of={[line.term, line.agency, line.heldOn ?? line.plannedOn, view.place || null, view.lecturer || null]} />
        <h1>{line.title}</h1>
      </header>
      <DoneNote says={done} />
      {view.isAsked && (
        <p className="training-asked">
          你也在参加的人里，<Link href={`/quizzes/${line.id}`}>去答题</Link>。答完以前这里不显示答案。
        </p>
      )}
      <div className="training-page">
        <TrainingActs key={round} view={view} send={send} />
        <section className="card" aria-labelledby="content">
          <h2 id="content">讲什么</h2>
          <p className="training-content">{view.content}</p>
          {line.cancelledBecause !== null && <p className="soft">{`已经取消：${line.cancelledBecause}`}</p>}
        </section>
        <Persons view={view} />
        {view.questions.length > 0 && !view.isAsked && (
          <section aria-labelledby="questions">
            <h2 id="questions">{`试卷（${view.questions.length} 题）`}</h2>
            <SolvedQuestions questions={view.questions} choices={null} />
          </section>
        )}
      </div>
    </>
  );
}

function Persons({ view: { persons, guests, line, passScore } }: { readonly view: TrainingView }) {
  return (
    <section aria-labelledby="persons">
      <h2 id="persons">参加的人</h2>
      <div className="card table-card">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">单位</th>
              <th scope="col">到场</th>
              <th scope="col">成绩</th>
            </tr>
          </thead>
          <tbody>
            {persons.map((one) => (
              <tr key={one.id} className="row">
                <th scope="row">{one.name}</th>
                <td>{one.agency}</td>
                <td>{one.came === null ? '没有登记' : one.came ? '到场' : '没有到'}</td>
                <td>
                  {one.score === null ? (
                    <span className="soft">{line.quiz === null ? '没有试卷' : '没有答题'}</span>
                  ) : (
                    <>
                      {`${one.score} 分`}
                      <span className={one.passed ? 'soft' : 'field-wrong'}>{one.passed ? '合格' : '不合格'}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">{`${guests > 0 ? `另有其他到场人员 ${guests} 人。` : ''}合格线 ${passScore} 分，是本系统的默认。`}</p>
    </section>
  );
}
