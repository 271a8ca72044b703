/** 一条找错留言: what is said to be wrong, the ticket where mending takes time, and the answer. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { MistakeActBody, MistakeView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Identity } from '../../components/identity.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import '../../components/file-head.css';
import { AnswerForm } from './answer-form.tsx';
import './mistakes.css';
import { TicketOpening } from './ticket-opening.tsx';

export default function Mistake() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['mistake', id],
    queryFn: ({ signal }) => call('GET /api/mistakes/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} />}
    </Loaded>
  );
}

function Shown({ view }: { readonly view: MistakeView }) {
  const { line } = view;
  const { send, done } = useActs({
    kept: ['mistake', line.id],
    lists: ['mistakes', 'findings'],
    send: (act: MistakeActBody) =>
      call('POST /api/mistakes/:id/acts', { path: { id: line.id }, sends: { seen: view.seen, act } }),
    says: ({ verb }) =>
      verb === 'answer' ? '已经答复，留言的人凭查询号可以看到。' : '已经开整改单，改正后由系统复查。',
  });
  const { acting, state, ticket } = view;
  return (
    <>
      <title>{`${line.number} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.number, line.state, line.agency, `${line.receivedOn} 收到`]} />
        </p>
        <h1>网民找错</h1>
        {state !== 'answered' && <DueDay {...line} />}
      </header>
      <DoneNote says={done} />
      <Facts view={view} />
      {state === 'answered' ? (
        <section className="card mistake-part" aria-labelledby="answered">
          <h2 id="answered">{`${view.answeredOn}答复：${view.verdict}`}</h2>
          <p className="mistake-says">{view.answer}</p>
          <p className="soft">{view.answeredBy}</p>
        </section>
      ) : acting.allowed ? (
        <>
          {ticket === null && <TicketOpening view={view} send={send} />}
          <AnswerForm view={view} send={send} />
        </>
      ) : (
        <p className="soft">{acting.why}</p>
      )}
    </>
  );
}

function Facts({ view: { line, wrong, site, ticket, hasContact, acting, reasons } }: { readonly view: MistakeView }) {
  return (
    <section className="card" aria-labelledby="said">
      <h2 id="said">留言</h2>
      <p className="mistake-says">{line.says}</p>
      <dl className="mistake-facts">
        <dt>哪一页</dt>
        <dd>{line.page || '没有写'}</dd>
        <dt>错误的文字</dt>
        <dd>{wrong || '没有写'}</dd>
        <dt>站点</dt>
        <dd>{site ?? '不在监测的站点里'}</dd>
        {ticket && (
          <>
            <dt>整改单</dt>
            <dd>
              <Link href={`/tickets/${ticket.id}`}>{ticket.number}</Link>，{ticket.state}
            </dd>
          </>
        )}
        <dt>联系方式</dt>
        <dd>
          {!hasContact && '没有留，凭查询号查看答复'}
          {hasContact && !acting.allowed && '已经留下，由办理的人查看'}
          {hasContact && acting.allowed && (
            <Identity
              reasons={reasons}
              open={async (sends) => ({
                ...NOBODY,
                phone: (await call('POST /api/mistakes/:id/contact', { path: { id: line.id }, sends })).contact,
              })}
            />
          )}
        </dd>
      </dl>
    </section>
  );
}

/** Nothing else is asked of who reports. */
const NOBODY = { name: '', identity: '', email: '', address: '', representative: '', agent: '', together: '' };
