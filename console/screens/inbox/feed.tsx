/** 日历订阅: an address by which the officer's own calendar shows the days of his inbox; shown once, renewed and ended here. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { FeedView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import './feed.css';

const queryKey = ['feed'];

export function Feed() {
  const client = useQueryClient();
  const [address, setAddress] = useState('');
  const feed = useQuery({ queryKey, queryFn: ({ signal }) => call('GET /api/feed', { signal }) });
  const keep = (after: FeedView) => client.setQueryData(queryKey, after);
  const open = useSend(
    (_: undefined) => call('POST /api/feed', {}),
    ({ address: made, feed: after }) => {
      setAddress(made);
      keep(after);
    },
  );
  const close = useSend(
    (_: undefined) => call('DELETE /api/feed', {}),
    (after: FeedView) => {
      setAddress('');
      keep(after);
    },
  );
  const { madeAt = null, readAt = null } = feed.data ?? {};
  return (
    <details className="card feed screen-only">
      <summary>订阅到日历</summary>
      <p>手机、电脑的日历按订阅地址显示这里的期限：只有登记号和步骤，没有申请人和申请内容。</p>
      <p className="soft">知道地址的人都能看到，请不要转给别人。地址只显示一次；泄露了的换一个，原来的立即失效。</p>
      <ProblemNote error={feed.error ?? open.error ?? close.error} />
      {address !== '' && (
        <p className="feed-address" role="status">
          <label htmlFor="feed-address">订阅地址（现在复制，离开后不再显示）</label>
          <input
            id="feed-address"
            className="box"
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
        </p>
      )}
      {madeAt !== null && (
        <p>
          现在的地址是 {momentOf(madeAt)} 生成的，
          {readAt === null ? '还没有日历读过。' : `最近一次由日历读取是 ${momentOf(readAt)}。`}
        </p>
      )}
      <p className="feed-acts">
        <Button loading={open.isPending} onClick={() => open.mutate(undefined)}>
          {madeAt === null ? '生成订阅地址' : '换一个地址，停用原来的'}
        </Button>
        {madeAt !== null && (
          <Button loading={close.isPending} onClick={() => close.mutate(undefined)}>
            停用订阅
          </Button>
        )}
      </p>
    </details>
  );
}
