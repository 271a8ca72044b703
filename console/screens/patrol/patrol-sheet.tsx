/** 一张巡查单: what to look at, what the machine says of it, and the signature of the one on duty. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { PatrolActBody, PatrolSheetView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { withWeekday } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import '../../components/file-head.css';
import { HandOverForm } from './hand-over-form.tsx';
import './patrol.css';
import { SignForm } from './sign-form.tsx';
import { SignedPoints } from './signed-points.tsx';

export default function PatrolSheet() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['patrol-sheet', id],
    queryFn: ({ signal }) => call('GET /api/patrol/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} />}
    </Loaded>
  );
}

function Shown({ view }: { readonly view: PatrolSheetView }) {
  const { send, done } = useActs({
    kept: ['patrol-sheet', view.id],
    lists: ['patrol'],
    send: (act: PatrolActBody) =>
      call('POST /api/patrol/:id/acts', { path: { id: view.id }, sends: { seen: view.seen, act } }),
    says: ({ verb }) => (verb === 'sign' ? '已经签了巡查单。' : '已经换班，接班的人在待办里看到这张巡查单。'),
  });
  const { day, coversFrom, standing, signed } = view;
  const mayHandOver = view.handingOver.allowed && !signed && day >= view.today && view.officers.length > 0;
  return (
    <>
      <title>{`${day} 巡查单 · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <span className="patrol-standing" data-standing={standing}>
            {view.term}
          </span>
          <Bits of={[view.agency, `值班：${view.officer}`]} />
        </p>
        <h1>{`${withWeekday(day)} 巡查单`}</h1>
        {coversFrom < day && <p className="soft">{`连同 ${coversFrom} 以来没有巡查的日子一起看。`}</p>}
      </header>
      <DoneNote says={done} />
      {view.handOvers.length > 0 && (
        <ul className="patrol-handed" aria-label="换班">
          {view.handOvers.map((one) => (
            <li key={`${one.from}-${one.to}`}>{`${one.on} ${one.from}换给${one.to}：${one.because}`}</li>
          ))}
        </ul>
      )}
      {standing === 'missed' && (
        <p className="patrol-missed" role="note">
          这一天没有签巡查单，记为缺巡。补签的注明补签日期和原因，不会变成当天签的。
        </p>
      )}
      {signed ? <SignedPoints view={view} signed={signed} /> : <SignForm view={view} send={send} />}
      {mayHandOver && <HandOverForm view={view} send={send} />}
    </>
  );
}
