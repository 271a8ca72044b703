/** 一张整改单: what is wrong and where, who mends it, and the way to the machine's second look. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { TicketActBody, TicketView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { doneBy, useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { ticketHead } from '../../components/ticket-head.ts';
import '../../components/file-head.css';
import { FindingList } from './finding-list.tsx';
import './ticket.css';
import { TicketForm } from './ticket-form.tsx';

export default function Ticket() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => call('GET /api/tickets/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} />}
    </Loaded>
  );
}

function Shown({ view }: { readonly view: TicketView }) {
  const { line } = view;
  const { send, done, turnedTo, turn } = useActs({
    kept: ['ticket', line.id],
    lists: ['findings'],
    send: (act: TicketActBody) =>
      call('POST /api/tickets/:id/acts', { path: { id: line.id }, sends: { seen: view.seen, act } }),
    says: ({ verb }) => doneBy(view.verbs, verb),
  });
  return (
    <>
      <title>{`${line.number} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.number, line.state, line.site]} />
        </p>
        <h1>{ticketHead(line)}</h1>
        <DueDay {...line} />
      </header>
      <DoneNote says={done} />
      <Standing view={view} />
      <section className="card" aria-labelledby="about">
        <h2 id="about">怎样改</h2>
        <p>{view.advice}</p>
        <p className="soft">{`依据：${view.basis}（${view.certainty}）`}</p>
        <dl className="ticket-facts">
          <dt>承办</dt>
          <dd>{view.assignee ?? '还没有交办'}</dd>
          {view.fixedSays && (
            <>
              <dt>报告的改正</dt>
              <dd>{view.fixedSays}</dd>
            </>
          )}
          {view.closedOn && (
            <>
              <dt>销号</dt>
              <dd>{view.closedOn}</dd>
            </>
          )}
          {view.lookBackOn && (
            <>
              <dt>回头看</dt>
              <dd>{view.lookBackOn}</dd>
            </>
          )}
          {view.lookedBack && (
            <>
              <dt>回头看结果</dt>
              <dd>{view.lookedBack === 'passed' ? '合格' : '不合格，已经重开'}</dd>
            </>
          )}
          {view.reopened > 0 && (
            <>
              <dt>重开</dt>
              <dd>{`${view.reopened} 次`}</dd>
            </>
          )}
        </dl>
      </section>
      <TicketForm view={view} send={send} accepting={turnedTo} onLeave={() => turn(null)} />
      <FindingList view={view} onAccept={turn} />
    </>
  );
}

/** 到了哪一步: what the machine waits for, or what it found when it looked again. */
function Standing({ view: { state, reopened, lookedBack, lookBackOn } }: { readonly view: TicketView }) {
  const says =
    state === 'fixed'
      ? '已经报告改正，系统几分钟内重新打开有问题的网址。看不到问题才销号；打不开的，下次再看。'
      : state === 'closed'
        ? lookBackOn && `已经销号，${lookBackOn} 回头看。`
        : lookedBack === 'failed'
          ? '销号以后回头看，问题又出现了，重新整改。'
          : reopened > 0 && '系统复查时问题还在，退回整改。';
  return says ? (
    <p className="ticket-standing" data-again={state === 'open'}>
      {says}
    </p>
  ) : null;
}
