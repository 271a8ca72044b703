/** 公众号接口: how each account is joined, what the platform did not take and why, and whether both sides count the same. */
import { type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { WechatJoinActSent, WechatJoins, WechatJoinView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { JoinForm } from './join-form.tsx';
import { Pieces } from './pieces.tsx';
import '../../components/table.css';
import './wechat-joins.css';

export default function WechatJoinsScreen() {
  const query = useQuery({
    queryKey: ['wechat-joins'],
    queryFn: ({ signal }) => call('GET /api/wechat-joins', { signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>公众号接口</h1>
      </header>
      <p className="soft">
        接入以后，编辑可以把网站公开的信息发到公众号。密钥只写文件名。平台受理不是发布，系统一直问到有结果为止。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown view={view} />}
      </Loaded>
    </>
  );
}

function Shown({ view }: { readonly view: WechatJoins }) {
  return (
    <>
      {!view.secrets && (
        <p className="outbox-alarm" role="status">
          没有设置密钥文件夹，接口取不到凭证。请运行维护人员设置 GONGKAI_SECRETS。
        </p>
      )}
      {view.accounts.length === 0 && (
        <Empty says="台账里没有在用的微信公众号。" begin="公开工作机构负责人在“媒体账号”里登记以后，在这里接入。" />
      )}
      {view.accounts.map((account) => (
        <Account key={account.accountId} account={account} />
      ))}
    </>
  );
}

const DONE: Readonly<Record<WechatJoinActSent['verb'], string>> = {
  join: '已经保存。发一篇试试，结果在这里看。',
  close: '已经停用，等着的不发，重新启用以后接着发。',
  reopen: '已经启用。',
  compareNow: '正在对账，稍后刷新查看结果。',
  sendAllAgain: '已经全部重新排队。',
  sendAgain: '已经重新排队。',
  giveUp: '不再发送。',
};

export type JoinAct = UseMutationResult<WechatJoins, Error, WechatJoinActSent>;

function useJoinAct(accountId: string) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const act = useSend(
    (sends: WechatJoinActSent) => call('POST /api/wechat-joins/:id/acts', { path: { id: accountId }, sends }),
    (after, { verb }) => {
      client.setQueryData(['wechat-joins'], after);
      setDone(DONE[verb]);
    },
  );
  return { act, done };
}

function Account({ account }: { readonly account: WechatJoinView }) {
  const { join, compared, waiting } = account;
  const { act, done } = useJoinAct(account.accountId);
  const [writing, setWriting] = useState(false);
  return (
    <section className="card wechat-join" aria-label={account.account}>
      <h2>{account.account}</h2>
      <Bits
        of={[
          account.agency,
          join ? (join.open ? '已接入' : '已停用') : '没有接入',
          join?.appId ?? null,
          waiting > 0 ? `在途 ${waiting} 件` : null,
        ]}
      />
      <DoneNote says={done} />
      {writing ? (
        <JoinForm account={account} act={act} onLeave={() => setWriting(false)} />
      ) : (
        <p className="head-buttons">
          <Button type={join ? 'default' : 'primary'} onClick={() => setWriting(true)}>
            {join ? '修改接入设置' : '接入公众号'}
          </Button>
          {join?.open && <Button onClick={() => act.mutate({ verb: 'compareNow' })}>现在对账</Button>}
          {join?.open && <Button onClick={() => act.mutate({ verb: 'close' })}>停用</Button>}
          {join && !join.open && <Button onClick={() => act.mutate({ verb: 'reopen' })}>启用</Button>}
        </p>
      )}
      {!writing && <ProblemNote error={act.error} />}
      {join?.callbackFile && (
        <p className="soft wechat-callback">{`回调地址（填到公众平台“服务器配置”的 URL）：${account.callbackUrl}`}</p>
      )}
      {compared && (
        <p>
          {`${momentOf(compared.at)} 对账：这里记为已发布 ${compared.ours} 篇，平台上 ${compared.theirs} 篇，在途 ${compared.underWay} 篇，`}
          {compared.found === 0 ? '没有差异。' : `差异 ${compared.found} 篇：`}
        </p>
      )}
      {compared && compared.differences.length > 0 && (
        <ul>
          {compared.differences.map(({ kind, title }) => (
            <li key={`${kind}-${title}`}>{`${title}：${kind}`}</li>
          ))}
        </ul>
      )}
      <Pieces pieces={account.pieces} act={act} />
    </section>
  );
}
