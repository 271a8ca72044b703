/** 统计: a year's applications by agency, channel, result and month, with what each figure means above them. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import { ExportButton } from './export-button.tsx';
import { FiguresTable } from './figures-table.tsx';
import '../../components/table.css';
import './statistics.css';

export default function Statistics() {
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), useSession().today);
  const query = useQuery({
    queryKey: ['statistics', year],
    queryFn: ({ signal }) => call('GET /api/statistics', { query: { year }, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>{year} 年统计</h1>
        <YearLinks year={year} hrefOf={(one) => `/statistics?year=${one}`} />
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ columns, tables, total }) => (
          <>
            <dl className="card meanings">
              {columns.map(({ term, means }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{means}</dd>
                </div>
              ))}
            </dl>
            <div className="found-bar">
              <p className="soft">用时以工作日计。点开一个数，看是哪些申请。</p>
              <ExportButton year={year} />
            </div>
            {tables.map((table) => (
              <FiguresTable key={table.name} year={year} table={table} columns={columns} total={total} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
