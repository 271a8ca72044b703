/**
 * 一份年度报告: what state it is in and the next step, what contradicts itself, the three tables as the form prints them and the
 * text. Every figure opens the records behind it.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ReportAct, ReportView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Behind } from './behind.tsx';
import { Charts } from './charts.tsx';
import { FigureTables } from './figure-tables.tsx';
import { Findings } from './findings.tsx';
import { HandUpNote } from './hand-up-note.tsx';
import { Narrative } from './narrative.tsx';
import { NarrativeForm } from './narrative-form.tsx';
import { ReportHead } from './report-head.tsx';
import { ReportSteps } from './report-steps.tsx';
import '../../components/step.css';
import './report.css';

export default function Report() {
  const { agencyId = '', year = '' } = useParams<{ agencyId: string; year: string }>();
  const query = useQuery({
    queryKey: ['report', agencyId, year],
    queryFn: ({ signal }) => call('GET /api/reports/:agencyId/:year', { path: { agencyId, year }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => <OpenReport key={`${agencyId}/${year}`} view={view} />}
    </Loaded>
  );
}

function OpenReport({ view }: { readonly view: ReportView }) {
  const { agencyId, year } = view;
  const client = useQueryClient();
  const [figure, setFigure] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState('');
  const act = useMutation({
    mutationFn: (sends: ReportAct) =>
      call('POST /api/reports/:agencyId/:year/acts', { path: { agencyId, year }, sends }),
    onSuccess: (after, { verb }) => {
      client.setQueryData(['report', agencyId, String(year)], after);
      setDone(`已经办理：${view.verbs.find((one) => one.verb === verb)?.term ?? ''}。`);
      setWriting(false);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'reports' || queryKey[0] === 'inbox',
      });
    },
  });
  const write = view.verbs.find(({ verb }) => verb === 'write');

  return (
    <>
      <title>{`${view.agency} ${year} 年度报告 · 政务公开工作台`}</title>
      <p className="screen-only">
        <Link href="/reports">← 年度报告列表</Link>
      </p>
      <ReportHead view={view} />
      <p className="done-note" role="status">
        {done}
      </p>
      <div className="report">
        <div className="report-side screen-only">
          <ReportSteps
            view={view}
            error={writing ? null : act.error}
            pending={act.isPending}
            onAct={act.mutate}
            onTurn={act.reset}
          />
          <HandUpNote view={view} />
          <Findings view={view} />
        </div>
        <article className="report-body">
          <FigureTables view={view} onFigure={setFigure} />
          <Charts charts={view.charts} />
          {view.reportId !== null && (
            <section className="card" aria-labelledby="narrative">
              <header className="narrative-head">
                <h2 id="narrative">正文</h2>
                {write?.allowed && !writing && (
                  <button type="button" className="step-button screen-only" onClick={() => setWriting(true)}>
                    修改正文
                  </button>
                )}
              </header>
              {writing ? (
                <NarrativeForm
                  view={view}
                  error={act.error}
                  pending={act.isPending}
                  onSave={(narrative) => act.mutate({ verb: 'write', seen: view.seen, narrative: [...narrative] })}
                  onLeave={() => {
                    act.reset();
                    setWriting(false);
                  }}
                />
              ) : (
                <Narrative view={view} onFigure={setFigure} />
              )}
            </section>
          )}
        </article>
      </div>
      <Behind view={view} figure={figure} onClose={() => setFigure(null)} />
    </>
  );
}
