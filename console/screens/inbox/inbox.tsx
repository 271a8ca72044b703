/** 待办: everything that waits for me, the most urgent first; below it what waits for others. */
import { useQuery } from '@tanstack/react-query';
import type { InboxRow } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { inProse, weekdayOf } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Feed } from './feed.tsx';
import { InboxLine } from './inbox-line.tsx';
import '../../components/waiting.css';

export default function Inbox() {
  const { today } = useSession();
  const query = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => call('GET /api/inbox', { signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>待办</h1>
        <p className="soft">
          今天是{inProse(today)}，{weekdayOf(today)}
        </p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ mine, others }) => (
          <>
            <Waiting title="等我办" rows={mine} mine>
              <Empty says="现在没有等你办的事。" begin="新收到申请、补正到了、答复签发了，都会出现在这里。" />
            </Waiting>
            {others.length > 0 && <Waiting title="等别人办" rows={others} mine={false} />}
            <Feed />
          </>
        )}
      </Loaded>
    </>
  );
}

interface WaitingProps {
  readonly title: string;
  readonly rows: readonly InboxRow[];
  readonly mine: boolean;
  readonly children?: React.ReactNode;
}

function Waiting({ title, rows, mine, children }: WaitingProps) {
  return (
    <section className="waiting" aria-label={title}>
      <h2>
        {title}
        {rows.length > 0 && <span className="soft"> {rows.length} 件</span>}
      </h2>
      {rows.length === 0 ? (
        children
      ) : (
        <ul>
          {rows.map((row) => (
            <InboxLine key={row.key} row={row} mine={mine} />
          ))}
        </ul>
      )}
    </section>
  );
}
