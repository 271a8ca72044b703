/** 一份收集的年报: what is undecided with the source beside it, what contradicts itself, and the tables as they were read. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { CollectedReportView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { JudgedFindings } from './judged-findings.tsx';
import { ReadTable } from './read-table.tsx';
import { SettleCells } from './settle-cells.tsx';
import '../../components/step.css';
import './collected.css';

export default function CollectedReport() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['collected-report', id],
    queryFn: ({ signal }) => call('GET /api/collected-reports/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => <Opened key={id} view={view} />}
    </Loaded>
  );
}

function Opened({ view }: { readonly view: CollectedReportView }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [sure, setSure] = useState(false);
  const remove = useSend(
    () => call('DELETE /api/collected-reports/:id', { path: { id: view.id } }),
    (list) => {
      client.setQueryData(['collected-reports'], list);
      go('/collected-reports');
    },
  );
  const title = `${view.unit ?? '没有认出机关'}${view.year === null ? '' : ` ${view.year} 年`}`;
  return (
    <>
      <title>{`${title} 收集的年报 · 政务公开工作台`}</title>
      <p className="screen-only">
        <Link href="/collected-reports">← 收集的年报</Link>
      </p>
      <header className="screen-head">
        <h1>{title}</h1>
        <p className="soft">
          “{view.name}”，{view.addedBy} {view.addedOn} 收集。
          {view.undecided.length === 0
            ? '每一格都读得出。'
            : view.open === 0
              ? `${view.undecided.length} 格由人对着原文定了数。`
              : `还有 ${view.open} 格待定。`}
        </p>
      </header>
      {view.undecided.length > 0 && <SettleCells view={view} />}
      <JudgedFindings view={view} />
      {view.tables.map((table) => (
        <ReadTable key={table.caption} table={table} undecided={view.undecided} />
      ))}
      <section className="card collected-end">
        <ProblemNote error={remove.error} />
        {sure ? (
          <>
            <p>移出后，读出的数和人工定的数都不再保留，留痕里仍然有记录。</p>
            <button
              type="button"
              className="step-button"
              disabled={remove.isPending}
              onClick={() => remove.mutate(undefined)}
            >
              移出这份年报
            </button>
            <button type="button" className="keep-it" onClick={() => setSure(false)}>
              不移出
            </button>
          </>
        ) : (
          <button
            type="button"
            className="step-button"
            disabled={view.why !== null}
            title={view.why ?? undefined}
            onClick={() => setSure(true)}
          >
            移出收集……
          </button>
        )}
        {view.why !== null && <p className="soft">{view.why}</p>}
      </section>
    </>
  );
}
