/** 申请列表: every application the officer may read, narrowed, ordered and paged by the address, so that a view can be sent on. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { ApplicationRows } from '../../components/application-rows.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { ExportButton } from './export-button.tsx';
import { Filters } from './filters.tsx';
import { isNarrowed, queryFrom } from './list-query.ts';
import '../../components/filters.css';
import '../../components/table.css';
import './applications.css';

export default function Applications() {
  const { mayRegister } = useSession();
  const [search] = useSearchParams();
  const asked = queryFrom(search);
  const query = useQuery({
    queryKey: ['applications', asked],
    queryFn: ({ signal }) => call('GET /api/requests', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  useRowKeys();

  const [, turnTo] = usePage();

  return (
    <>
      <header className="screen-head">
        <h1>申请列表</h1>
        {mayRegister && (
          <Link href="/requests/register" className="step-button">
            登记申请
          </Link>
        )}
      </header>
      <Filters />
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize }) =>
          lines.length === 0 ? (
            <Empty
              says={isNarrowed(asked) ? '没有符合条件的申请。' : '还没有申请。'}
              begin={
                isNarrowed(asked) ? (
                  <Link href="/requests">清除条件</Link>
                ) : (
                  '群众在门户提交的、窗口登记的，都会出现在这里。'
                )
              }
            />
          ) : (
            <>
              <div className="found-bar">
                <p className="soft found" role="status">
                  共 {total} 件
                </p>
                <ExportButton asked={asked} />
              </div>
              <ApplicationRows lines={lines} />
              <Pages page={asked.page ?? 1} pageSize={pageSize} total={total} onTurn={turnTo} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
