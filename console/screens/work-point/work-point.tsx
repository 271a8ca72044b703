/** 一项工作要点: the next step first, what proves it, and what was done so far. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { PointActBody, WorkPointView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import '../../components/file-head.css';
import { PointActs } from './point-acts.tsx';
import { Proofs } from './proofs.tsx';
import './work-point.css';

export default function WorkPoint() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['work-point', id],
    queryFn: ({ signal }) => call('GET /api/work-points/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} />}
    </Loaded>
  );
}

/** What is sent to the desk, and what is told when it is done. */
export interface PointSend {
  mutate(asked: { readonly act: PointActBody; readonly says: string }): void;
  readonly error: unknown;
  readonly isPending: boolean;
}

function Shown({ view }: { readonly view: WorkPointView }) {
  const { line } = view;
  const { send, done, round, keep } = useActs({
    kept: ['work-point', line.id],
    lists: ['work-points'],
    send: ({ act }: { act: PointActBody; says: string }) =>
      call('POST /api/work-points/:id/acts', { path: { id: line.id }, sends: { seen: view.seen, act } }),
    says: ({ says }) => says,
  });
  return (
    <>
      <title>{`第${line.number}项 · 工作要点 · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.term, `${view.year}年第${line.number}项`, line.heading || null, line.owner]} />
        </p>
        <h1>{line.title}</h1>
        {!line.doneOn && line.withdrawnBecause === null && <DueDay {...line} />}
      </header>
      <DoneNote says={done} />
      {line.doneOn && (
        <p className="point-result">
          {`${line.doneOn} 报告完成${line.daysLate > 0 ? `，比时限晚 ${line.daysLate} 天` : '，在时限以内'}。`}
        </p>
      )}
      {line.withdrawnBecause !== null && <p className="point-result">{`已经撤销：${line.withdrawnBecause}`}</p>}
      <div className="point-page">
        <Proofs key={`proofs-${round}`} view={view} send={send} onKept={keep} />
        <PointActs key={`acts-${round}`} view={view} send={send} />
        <section className="card" aria-labelledby="facts">
          <h2 id="facts">列入的内容</h2>
          <dl className="point-facts">
            <dt>依据</dt>
            <dd>{line.basis}</dd>
            <dt>列入</dt>
            <dd>{`${view.agency}，${view.year}年`}</dd>
            <dt>责任单位</dt>
            <dd>{line.owner}</dd>
            <dt>完成时限</dt>
            <dd>{line.dueOn}</dd>
          </dl>
          <Link href={`/work-points?year=${view.year}`}>{`${view.year}年的全部要点`}</Link>
        </section>
        <section aria-labelledby="history">
          <h2 id="history">办理经过</h2>
          {view.notes.length === 0 ? (
            <p className="soft">还没有写进展。</p>
          ) : (
            <ol className="card point-notes">
              {view.notes.map((note, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: notes are only ever added
                <li key={n}>
                  <Bits of={[note.on, note.term, note.by]} />
                  <p>{note.says}</p>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </>
  );
}
