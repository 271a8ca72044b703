/** 一个平台接口: its state, what did not go with its reason, what waits, what the last comparison found; changed and closed here. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ConnectionActSent, ConnectionView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { sessionQuery } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { ConnectionForm } from '../../components/connections/connection-form.tsx';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Differences } from './differences.tsx';
import { DeadRows, WaitingRows } from './piece-rows.tsx';
import '../../components/table.css';
import '../../components/step.css';
import '../../components/connections/connections.css';

const DONE: Readonly<Record<ConnectionActSent['verb'], string>> = {
  change: '已经修改，马上对账。',
  close: '已经停用，不再推送。',
  reopen: '已经开通，马上对账补送。',
  compareNow: '已经安排，几秒钟以后出结果。',
  sendAgain: '已经放回在途，马上再发。',
  sendAllAgain: '已经全部放回在途，马上再发。',
  giveUp: '已经记下，不再发送。',
};

/** Where the other side asks nothing is sent after it. */
const DONE_OF_TAKEN: Partial<typeof DONE> = {
  change: '已经修改。',
  close: '已经停用，对方不能再取。',
  reopen: '已经开通，对方可以来取。',
};

export default function Connection() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['connections', id],
    queryFn: ({ signal }) => call('GET /api/connections/:id', { path: { id }, signal }),
    refetchInterval: 10_000,
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <OpenConnection view={view} />}
    </Loaded>
  );
}

function OpenConnection({ view }: { readonly view: ConnectionView }) {
  const { line, ways, dead, waiting, differences } = view;
  const isTaken = line.way === 'offer';
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState('');
  const act = useSend(
    (sends: ConnectionActSent) => call('POST /api/connections/:id/acts', { path: { id: line.id }, sends }),
    (after, { verb }) => {
      client.setQueryData(['connections', line.id], after);
      setChanging(false);
      setDone((after.line.way === 'offer' && DONE_OF_TAKEN[verb]) || DONE[verb]);
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  );
  return (
    <>
      <header className="screen-head">
        <p>
          <Link href="/connections">平台接口</Link>
        </p>
        <h1>{line.name}</h1>
        <p className="soft">
          {[line.wayTerm, line.address].filter(Boolean).join('，')}。{isTaken ? '对方可以取' : '推送'}
          {line.agency}及其下级
          {line.carries === 'decisions' ? '公示的许可、处罚' : '公开的信息'}。
        </p>
      </header>
      <State line={line} />
      <DoneNote says={done} />
      {changing ? (
        <div className="card side-form">
          <ConnectionForm
            begins={line}
            ways={ways}
            verb="保存修改"
            error={act.error}
            pending={act.isPending}
            onSend={(settings) => act.mutate({ verb: 'change', settings })}
            onLeave={() => setChanging(false)}
          />
        </div>
      ) : (
        <>
          <ProblemNote error={act.error} />
          <p className="head-buttons">
            {line.open && line.way !== 'webhook' && !isTaken && (
              <Button type="primary" onClick={() => act.mutate({ verb: 'compareNow' })}>
                马上对账
              </Button>
            )}
            <Button onClick={() => setChanging(true)}>修改设置</Button>
            <Button onClick={() => act.mutate({ verb: line.open ? 'close' : 'reopen' })}>
              {line.open ? '停用' : '重新开通'}
            </Button>
          </p>
        </>
      )}
      <DeadRows pieces={dead} total={line.dead} act={act} />
      <Differences differences={differences} compared={line.compared} isTold={line.way !== 'webhook' && !isTaken} />
      <WaitingRows pieces={waiting} total={line.waiting} />
    </>
  );
}

function State({ line }: { readonly line: ConnectionView['line'] }) {
  const last = line.confirmedAt ? momentOf(line.confirmedAt) : '还没有';
  const sent: readonly (readonly [string, string])[] =
    line.way === 'offer'
      ? [
          ['对方已取走', `${line.confirmed} 条`],
          ['最近一次来取', last],
        ]
      : [
          ['对方已确认', `${line.confirmed} 条`],
          ['在途', `${line.waiting} 条`],
          ['没有送到', `${line.dead} 条`],
          ['最近的回执', last],
        ];
  const facts: readonly (readonly [string, string])[] = [
    ['状态', line.open ? '开通' : '停用'],
    ...sent,
    ['接口账号', line.keyId],
    ['密钥文件', line.secretFile],
  ];
  return (
    <dl className="card connection-parts">
      {facts.map(([term, says]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
