/** 考核评议: a year of 考核、社会评议、责任追究 and of complaints about disclosure, with what the annual report will say of them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { OversightPage } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import './accountability.css';
import { ComplaintList } from './complaint-list.tsx';
import { NewComplaintForm } from './new-complaint-form.tsx';
import { NewRecordForm } from './new-record-form.tsx';
import { RecordList } from './record-list.tsx';

export default function Accountability() {
  const { today } = useSession();
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), today);
  const query = useQuery({
    queryKey: ['oversight', year],
    queryFn: ({ signal }) => call('GET /api/oversight', { query: { year }, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>考核评议</h1>
        <YearLinks year={year} hrefOf={(one) => `/accountability?year=${one}`} />
      </header>
      <p className="soft">
        考核、社会评议、责任追究定期开展，各级政府的年度报告要写结果（《条例》第四十六条、第五十条）；投诉、举报查证属实的，应当督促整改或者通报批评（第四十七条）。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown key={view.year} view={view} />}
      </Loaded>
    </>
  );
}

/** What is asked of the desk, and what is told when it is done. */
export interface Asking {
  readonly ask: () => Promise<OversightPage>;
  readonly says: string;
}

function Shown({ view }: { readonly view: OversightPage }) {
  const client = useQueryClient();
  const [writing, setWriting] = useState<'record' | 'complaint' | null>(null);
  const [done, setDone] = useState('');
  const send = useSend(
    ({ ask }: Asking) => ask(),
    (_, { says }) => {
      setWriting(null);
      setDone(says);
      return client.invalidateQueries({ queryKey: ['oversight'] });
    },
  );
  const form = {
    view,
    error: send.error,
    pending: send.isPending,
    onSend: send.mutate,
    onLeave: () => setWriting(null),
  };
  const mayRecord = view.agencies.length > 0;
  return (
    <>
      <DoneNote says={done} />
      <dl className="oversight-counts">
        {view.counts.map(({ term, count }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {mayRecord && writing === null && (
        <p className="oversight-buttons screen-only">
          <button type="button" className="step-button" onClick={() => setWriting('record')}>
            登记考核、评议、追究
          </button>
          <button type="button" className="step-button" onClick={() => setWriting('complaint')}>
            登记投诉、举报
          </button>
          <SheetButton year={view.year} />
        </p>
      )}
      {writing === 'record' && <NewRecordForm {...form} />}
      {writing === 'complaint' && <NewComplaintForm {...form} />}
      <ComplaintList {...form} />
      <RecordList {...form} />
      <section className="card" aria-labelledby="report-text">
        <h2 id="report-text">年度报告怎样写</h2>
        <p>{view.text || '这一年还没有登记。没有开展或者没有发生的，年度报告也要如实写明。'}</p>
      </section>
    </>
  );
}

function SheetButton({ year }: { readonly year: number }) {
  const sheet = useSend((_: undefined) => download('POST /api/oversight/export', { query: { year } }), keepFile);
  return (
    <>
      <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出本年记录
      </Button>
      <ProblemNote error={sheet.error} />
    </>
  );
}
