/** 平台接口: whom this installation hands its publications to and how that stands, and who may deliver here. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ConnectionLine, ConnectionSent, ConnectionsView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ConnectionForm } from '../../components/connections/connection-form.tsx';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Sources } from './sources.tsx';
import '../../components/table.css';
import '../../components/connections/connections.css';

export default function Connections() {
  const query = useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => call('GET /api/connections', { signal }),
    // What is under way is seen to move.
    refetchInterval: 10_000,
  });
  return (
    <>
      <header className="screen-head">
        <h1>平台接口</h1>
        <p className="soft">
          公开的信息自动推送到上级平台和订阅变更的程序，或者由对方来取；其他网站可以推送到这里，本站也可以去取。密钥只写文件名。
        </p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <OpenConnections view={view} />}
      </Loaded>
    </>
  );
}

function OpenConnections({ view }: { readonly view: ConnectionsView }) {
  const client = useQueryClient();
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState('');
  const send = useSend(
    (sends: ConnectionSent) => call('POST /api/connections', { sends }),
    (after, sent) => {
      client.setQueryData(['connections'], after);
      setWriting(false);
      setDone(
        sent.way === 'offer'
          ? '已经开通，对方可以来取了。'
          : '已经开通。以前公开的信息会在几分钟里补送过去，进展看“在途”。',
      );
    },
  );
  return (
    <>
      {!view.secrets && (
        <p className="outbox-alarm" role="status">
          没有设置密钥文件夹，接口不能签名，也不能接收。请运行维护人员设置 GONGKAI_SECRETS。
        </p>
      )}
      <DoneNote says={done} />
      <section aria-labelledby="out">
        <header className="connections-head">
          <h2 id="out">提供给</h2>
          {!writing && <Button onClick={() => setWriting(true)}>开通一个接口</Button>}
        </header>
        {writing && (
          <div className="card side-form">
            <ConnectionForm
              ways={view.ways}
              verb="开通接口"
              error={send.error}
              pending={send.isPending}
              onSend={send.mutate}
              onLeave={() => setWriting(false)}
            />
          </div>
        )}
        {view.connections.length === 0 ? (
          <Empty says="还没有接入其他平台。" begin="市里的集约化平台、要跟着更新的程序，都从“开通一个接口”开始。" />
        ) : (
          <ConnectionRows lines={view.connections} />
        )}
      </section>
      <Sources view={view} onDone={setDone} />
    </>
  );
}

function ConnectionRows({ lines }: { readonly lines: readonly ConnectionLine[] }) {
  return (
    <div className="card table-card">
      <table className="rows">
        <caption className="heard">提供给哪些平台</caption>
        <thead>
          <tr>
            <th scope="col">平台</th>
            <th scope="col">状态</th>
            <th scope="col" className="number">
              已确认
            </th>
            <th scope="col" className="number">
              在途
            </th>
            <th scope="col" className="number">
              没有送到
            </th>
            <th scope="col">最近对账</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row">
              <th scope="row">
                <Link href={`/connections/${line.id}`}>{line.name}</Link>
                <span className="soft connection-way">{[line.wayTerm, line.address].filter(Boolean).join('，')}</span>
              </th>
              <td>
                {line.open ? '开通' : '停用'}
                <span className="soft">{answeredInWords(line)}</span>
              </td>
              <td className="number" data-term="已确认">
                {line.confirmed}
              </td>
              <td className="number" data-term="在途">
                {line.waiting}
              </td>
              <td className={line.dead > 0 ? 'number connection-dead' : 'number'} data-term="没有送到">
                {line.dead}
              </td>
              <td>{comparedInWords(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function answeredInWords({ way, confirmedAt }: ConnectionLine) {
  if (way === 'offer') return confirmedAt ? `${momentOf(confirmedAt)} 来取过` : '还没有来取过';
  return confirmedAt ? `${momentOf(confirmedAt)} 有回执` : '还没有回执';
}

function comparedInWords({ way, compared }: ConnectionLine) {
  if (way === 'webhook') return '不用对账';
  if (way === 'offer') return '由对方核对';
  if (!compared) return '还没有对过账';
  const found = compared.differences === 0 ? '没有差异' : `差异 ${compared.differences} 条，已补送`;
  return (
    <>
      {found}
      <span className="soft">
        {momentOf(compared.at)}，本站 {compared.ours} 条，对方 {compared.theirs} 条
      </span>
    </>
  );
}
