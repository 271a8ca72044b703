/** 统计: a year's applications by agency, channel, result and month, with what each figure means above them. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import { FiguresTable } from './figures-table.tsx';
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
              {columns.map(({ term, name }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{name}</dd>
                </div>
              ))}
            </dl>
            {tables.map(({ term, lines }) => (
              <FiguresTable key={term} term={term} columns={columns} lines={[...lines, total]} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
