/** 发布的信息 of a year; what was taken down counts no more and stays to be read. */
import { Button } from 'antd';
import { useState } from 'react';
import type { MediaAccountView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { Empty } from '../../components/empty.tsx';
import { LongField } from '../../components/long-field.tsx';
import { Pages } from '../../components/pages.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { usePage } from '../../components/use-page.ts';
import { YearLinks } from '../../components/year-links.tsx';

export interface PostListProps {
  readonly view: MediaAccountView;
  readonly page: number;
  readonly onDone: () => Promise<void>;
}

export function PostList({ view, page, onDone }: PostListProps) {
  const { line, year, posts, total, pageSize, posting } = view;
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const [, turn] = usePage();
  return (
    <section aria-labelledby="posts">
      <header className="account-posts-head">
        <h2 id="posts">{`${year}年发布 ${line.posts} 条`}</h2>
        <YearLinks year={year} hrefOf={(one) => `/media-accounts/${encodeURIComponent(line.id)}?year=${one}`} />
      </header>
      {posts.length === 0 && (
        <Empty says={`${year}年没有登记过发布的信息。`} begin="在平台上发布以后登记在这里，年度报告的数由此得出。" />
      )}
      {posts.length > 0 && (
        <ul className="account-posts card">
          {posts.map((post) => (
            <li key={post.id} data-withdrawn={post.withdrawn !== null}>
              <time>{post.postedOn}</time>
              <div>
                <p>
                  {post.url ? (
                    <a href={post.url} rel="noreferrer noopener" target="_blank">
                      {post.title}
                    </a>
                  ) : (
                    post.title
                  )}
                </p>
                <Bits of={[`${post.by}登记`]} />
                {post.withdrawn && <p className="soft">{`${post.withdrawn.on} 撤下，不计数：${post.withdrawn.why}`}</p>}
              </div>
              {posting.allowed && post.withdrawn === null && withdrawing !== post.id && (
                <Button size="small" onClick={() => setWithdrawing(post.id)} aria-label={`登记撤下：${post.title}`}>
                  登记撤下
                </Button>
              )}
              {withdrawing === post.id && (
                <WithdrawForm id={post.id} onDone={onDone} onLeave={() => setWithdrawing(null)} />
              )}
            </li>
          ))}
        </ul>
      )}
      <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
    </section>
  );
}

interface WithdrawFormProps {
  readonly id: string;
  readonly onDone: () => Promise<void>;
  readonly onLeave: () => void;
}

function WithdrawForm({ id, onDone, onLeave }: WithdrawFormProps) {
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend(
    (sends: { readonly why: string }) => call('POST /api/media-posts/:id/withdraw', { path: { id }, sends }),
    async () => {
      onLeave();
      await onDone();
    },
  );
  const submit = () => {
    setTried(true);
    if (why.trim() === '') return false;
    send.mutate({ why });
    return true;
  };
  return (
    <SideForm
      title="登记撤下"
      verb="登记撤下"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <LongField
        label="为什么撤下"
        rows={2}
        value={why}
        onChange={setWhy}
        hint="登记以后不再计数；平台上的原文请在平台后台删除"
        wrong={tried && why.trim() === '' ? '请写明为什么撤下。' : undefined}
      />
    </SideForm>
  );
}
