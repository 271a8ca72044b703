/** 取数依据: beside the report, where a figure comes from and the records behind it, page by page. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Drawer, Pagination } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { BehindView, ReportView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Bits } from '../../components/bits.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';

export interface BehindProps {
  readonly view: Pick<ReportView, 'agencyId' | 'year'>;
  /** Pointer of a cell or name of a live figure; null while closed. */
  readonly figure: string | null;
  readonly onClose: () => void;
}

export function Behind({ view: { agencyId, year }, figure, onClose }: BehindProps) {
  const [page, setPage] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure begins on its first page
  useEffect(() => setPage(1), [figure]);
  const query = useQuery({
    queryKey: ['behind', agencyId, year, figure, page],
    queryFn: ({ signal }) =>
      call('GET /api/reports/:agencyId/:year/behind', {
        path: { agencyId, year },
        query: { figure: figure ?? '', page },
        signal,
      }),
    enabled: figure !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer title="取数依据" open={figure !== null} onClose={onClose} size={480} destroyOnHidden>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(behind) => (
          <>
            <BehindFigure behind={behind} />
            <Pagination
              className="pages"
              align="end"
              current={page}
              pageSize={behind.pageSize}
              total={behind.total}
              showSizeChanger={false}
              hideOnSinglePage
              onChange={setPage}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

function BehindFigure({
  behind: { term, says, basis, figure, printed, agencies, twice, records, total },
}: {
  readonly behind: BehindView;
}) {
  return (
    <>
      <p className="behind-figure">
        <span>{term}</span>
        <strong className="figures">{printed?.figure ?? figure}</strong>
      </p>
      {printed && printed.figure !== figure && (
        <p className="report-note" role="note">
          报告里是 {printed.on} 定稿的 {printed.figure}；现在的记录相加是 {figure}
          ，定稿以后记录有变动。下面列的是现在的记录。
        </p>
      )}
      <p>{says}</p>
      <p className="basis">依据：{basis}</p>
      {agencies.length > 0 && (
        <ul className="behind-agencies" aria-label="逐单位">
          {agencies.map(({ agency, figure: part, enteredWhy, recorded, path }) => (
            <li key={agency}>
              <span>
                {path ? <Link href={path}>{agency}</Link> : agency}
                {enteredWhy && <span className="soft">人工录入：{enteredWhy}</span>}
                {recorded !== null && recorded !== part && (
                  <span className="field-wrong">
                    录入 {part}，本系统的记录 {recorded}，两者不同
                  </span>
                )}
              </span>
              <strong className="figures">{part}</strong>
            </li>
          ))}
        </ul>
      )}
      {agencies.length > 0 && twice > 0 && (
        <p className="soft">
          逐单位相加比合计多 {twice} 件：机构改革中划转的申请，原机关和承继机关各计一次，合计只计一次。
        </p>
      )}
      {total === 0 ? (
        <Empty says={agencies.length > 0 ? '没有本系统里的记录。' : '现在没有记录，记录相加是 0。'} />
      ) : (
        <>
          <p className="soft found" role="status">
            共 {total} 条记录
          </p>
          <ul className="behind-records">
            {records.map(({ title, note, on, amount, path }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page of records never changes its order while it is shown
              <li key={at}>
                <p>{path ? <Link href={path}>{title}</Link> : title}</p>
                <Bits of={[on, note, amount]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
