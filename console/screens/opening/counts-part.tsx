/** 处理决定数量和收费金额: read in from a sheet, and seen over the year. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { call } from '../../api/call.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import type { PartProps } from './balance.tsx';
import { CountsTable } from './counts-table.tsx';
import { NotYours } from './not-yours.tsx';
import { PARTS } from './parts.ts';
import { SheetPanel } from './sheet-panel.tsx';

export function CountsPart({ view, today }: PartProps) {
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), today);
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const query = useQuery({
    queryKey: ['decision-counts', year],
    queryFn: ({ signal }) => call('GET /api/decision-counts', { query: { year }, signal }),
  });
  return (
    <>
      <DoneNote says={done} />
      {view.countsFor.length === 0 ? (
        <NotYours />
      ) : (
        <SheetPanel
          term={PARTS.counts.term}
          agencies={view.countsFor}
          template="GET /api/decision-counts/template"
          sheet="POST /api/decision-counts/sheet"
          accept=".csv"
          hint="先下载模板，一行填一个类别、一个月份。同一类别、同一月份再次登记的，以最后一次为准。"
          onEntered={(says) => {
            setDone(says);
            return client.invalidateQueries({ predicate: ({ queryKey }) => SHOW_COUNTS.includes(queryKey[0]) });
          }}
          onTurn={() => setDone('')}
        />
      )}
      <header className="year-bar">
        <h2>{year} 年各月</h2>
        <YearLinks year={year} hrefOf={(one) => `/opening?part=counts&year=${one}`} />
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines }) =>
          lines.length === 0 ? (
            <Empty says={`${year} 年还没有登记处理决定数量。`} begin="下载模板，填好以后上传；没有发生的月份填 0。" />
          ) : (
            <CountsTable lines={lines} year={year} />
          )
        }
      </Loaded>
    </>
  );
}

const SHOW_COUNTS: readonly unknown[] = ['decision-counts', 'report', 'reports'];
