/** 消息: what the officer was told, the latest first; opening the file it speaks of marks it as read. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { NoticesRead, NoticesView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { sessionQuery } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import './notices.css';

export default function Notices() {
  const query = useQuery({ queryKey: ['notices'], queryFn: ({ signal }) => call('GET /api/notices', { signal }) });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => <OpenNotices view={view} />}
    </Loaded>
  );
}

function OpenNotices({ view: { lines, unread, until } }: { readonly view: NoticesView }) {
  const client = useQueryClient();
  const read = useSend(
    (sends: NoticesRead) => call('POST /api/notices/read', { sends }),
    (after) => {
      client.setQueryData(['notices'], after);
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  );
  return (
    <>
      <header className="screen-head">
        <h1>消息</h1>
        <p className="soft">
          {unread === 0 ? '没有未读' : `未读${unread}条`}。怎样收邮件和短信，在<Link href="/account">我的账号</Link>
          里选。
        </p>
        {unread > 0 && (
          <p className="head-buttons">
            <button type="button" className="step-button" onClick={() => read.mutate({ until })}>
              全部标为已读
            </button>
          </p>
        )}
      </header>
      <ProblemNote error={read.error} />
      {lines.length === 0 ? (
        <Empty says="还没有消息。" begin="申请到达、等你审核签发、协办和到期的提醒，都会出现在这里。" />
      ) : (
        <ul className="notice-lines">
          {lines.map(({ id, term, says, path, at, read: known }) => (
            <li key={id} className={known ? 'notice-line' : 'notice-line unread'}>
              <div>
                <p className="notice-term">
                  {!known && <span className="unread-mark">未读</span>}
                  {path ? (
                    <Link href={path} onClick={() => !known && read.mutate({ id })}>
                      {term}
                    </Link>
                  ) : (
                    term
                  )}
                </p>
                <p>{says}</p>
                <time className="soft" dateTime={at}>
                  {momentOf(at)}
                </time>
              </div>
              {!known && (
                <button type="button" className="step-button" onClick={() => read.mutate({ id })}>
                  标为已读<span className="heard">：{says}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
