/** 数字背后的申请: the files one figure of the statistics counts; of those that were answered how long it took, the longest first. */

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
import { yearFrom } from '../../components/year-from.ts';
import { countedFrom } from './counted-query.ts';
import '../../components/table.css';

export default function CountedFiles() {
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), useSession().today);
  const asked = countedFrom(search, year);
  const query = useQuery({
    queryKey: ['statistics', 'files', asked],
    queryFn: ({ signal }) => call('GET /api/statistics/files', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  useRowKeys();
  const [, turnTo] = usePage();
  return (
    <>
      <header className="screen-head">
        <h1>数字背后的申请</h1>
        <Link href={`/statistics?year=${year}`}>回到 {year} 年统计</Link>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ says, means, lines, total, pageSize }) => (
          <>
            <p>
              {says}：{total} 件
            </p>
            <p className="soft found">{means}</p>
            {lines.length === 0 ? (
              <Empty says="这个数是 0，没有申请。" begin="从统计里点开别的数，就能看到它数的是哪些申请。" />
            ) : (
              <ApplicationRows
                lines={lines.map(({ line }) => line)}
                workdays={new Map(lines.map(({ line, workdays }) => [line.id, workdays]))}
              />
            )}
            <Pages page={asked.page ?? 1} pageSize={pageSize} total={total} onTurn={turnTo} />
          </>
        )}
      </Loaded>
    </>
  );
}
