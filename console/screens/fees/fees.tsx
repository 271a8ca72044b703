/** 信息处理费台账: what was asked for, paid and returned in a year, by agency, with the sums of the annual report. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { FeeLedgerQuery, FeeLedgerView, FeeSumsView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import '../../components/table.css';
import './fees.css';

export default function Fees() {
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), useSession().today);
  const agencyId = search.get('agency') ?? '';
  const asked: FeeLedgerQuery = { year, ...(agencyId && { agencyId }) };
  const query = useQuery({
    queryKey: ['fees', asked],
    queryFn: ({ signal }) => call('GET /api/fees', { query: asked, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>{year} 年信息处理费台账</h1>
        <YearLinks year={year} hrefOf={(one) => pathOf(one, agencyId)} />
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(ledger) =>
          ledger.entries.length === 0 ? (
            <Empty
              says={`${year}年没有收费的记录。`}
              begin="在申请案卷里发出收费通知、登记缴费和退费以后，会列在这里。"
            />
          ) : (
            <>
              <div className="found-bar">
                <p className="soft">
                  已撤回的通知不计；收取是缴费减去退费。“收费通知”“收取”两列的合计就是年度报告正文里的数。
                  {agencyId && <Link href={pathOf(year, '')}> 看全部机关</Link>}
                </p>
                <ExportButton asked={asked} />
              </div>
              <Sums ledger={ledger} />
              <Entries ledger={ledger} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function pathOf(year: number, agencyId: string): string {
  return `/fees?year=${year}${agencyId && `&agency=${encodeURIComponent(agencyId)}`}`;
}

function ExportButton({ asked }: { readonly asked: FeeLedgerQuery }) {
  const sheet = useSend((_: undefined) => download('POST /api/fees/export', { query: asked }), keepFile);
  return (
    <div className="screen-only export">
      <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出台账
      </Button>
      <ProblemNote error={sheet.error} />
    </div>
  );
}

const COLUMNS: readonly (readonly [keyof FeeSumsView, string])[] = [
  ['notices', '收费通知（件）'],
  ['noticedYuan', '通知金额（元）'],
  ['paidYuan', '缴费（元）'],
  ['refundedYuan', '退费（元）'],
  ['collectedYuan', '收取（元）'],
];

function Sums({ ledger: { year, agencies, total } }: { readonly ledger: FeeLedgerView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="card table-card fee-frame" aria-label="按机关" tabIndex={0}>
      <table className="fee-table">
        <thead>
          <tr>
            <th scope="col">机关</th>
            {COLUMNS.map(([name, term]) => (
              <th key={name} scope="col" className="number">
                {term}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <tr key={agency.name}>
              <th scope="row">
                <Link href={pathOf(year, agency.name)}>{agency.term}</Link>
              </th>
              <Figures of={agency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <Figures of={total} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Figures({ of }: { readonly of: FeeSumsView }) {
  return COLUMNS.map(([name]) => (
    <td key={name} className="number">
      {of[name].toLocaleString('zh-CN')}
    </td>
  ));
}

function Entries({ ledger: { entries } }: { readonly ledger: FeeLedgerView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="card table-card fee-frame" aria-label="逐笔" tabIndex={0}>
      <table className="fee-table">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">申请</th>
            <th scope="col">事项</th>
            <th scope="col" className="number">
              金额（元）
            </th>
            <th scope="col">文号、票据号</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.requestId}-${entry.n}`} className={entry.counts ? undefined : 'not-counted'}>
              <td>
                <time>{entry.on}</time>
              </td>
              <td>
                {entry.opens ? (
                  <Link href={`/requests/${encodeURIComponent(entry.requestId)}`}>{entry.number}</Link>
                ) : (
                  entry.number
                )}
                <span className="soft agency">{entry.agency}</span>
              </td>
              <td className="together">{entry.what}</td>
              <td className="number">{entry.yuan.toLocaleString('zh-CN')}</td>
              <td>{entry.paper}</td>
              <td className="soft">{entry.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
