/** 报送: the figures of an agency on their way to the government above, the next step first, and every time they were handed up. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { HandUpAct, HandUpView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Bits } from '../../components/bits.tsx';
import { withWeekday } from '../../components/day.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OfficialTable } from '../../components/official-table.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Differing } from './differing.tsx';
import { FigureForm } from './figure-form.tsx';
import { HandUpSteps } from './hand-up-steps.tsx';
import { Versions } from './versions.tsx';
import '../../components/step.css';
import './hand-up.css';

export default function HandUp() {
  const { agencyId = '', year = '' } = useParams<{ agencyId: string; year: string }>();
  const query = useQuery({
    queryKey: ['hand-up', agencyId, year],
    queryFn: ({ signal }) => call('GET /api/hand-ups/:agencyId/:year', { path: { agencyId, year }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => <OpenHandUp key={`${agencyId}/${year}`} view={view} />}
    </Loaded>
  );
}

function OpenHandUp({ view }: { readonly view: HandUpView }) {
  const { agencyId, agency, year, to, dueOn, late, versions, tables, differing } = view;
  const client = useQueryClient();
  const [entering, setEntering] = useState(false);
  const [done, setDone] = useState('');
  const act = useMutation({
    mutationFn: (sends: HandUpAct) =>
      call('POST /api/hand-ups/:agencyId/:year/acts', { path: { agencyId, year }, sends }),
    onSuccess: (after, { verb }) => {
      client.setQueryData(['hand-up', agencyId, String(year)], after);
      setDone(`已经办理：${view.verbs.find((one) => one.verb === verb)?.term ?? ''}。`);
      setEntering(false);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => ['report', 'reports', 'inbox', 'behind'].includes(String(queryKey[0])),
      });
    },
  });
  const newest = versions[0];
  return (
    <>
      <title>{`${agency} ${year} 年报报送 · 政务公开工作台`}</title>
      <p className="screen-only">
        <Link href="/reports">← 年度报告列表</Link>
      </p>
      <header className="screen-head">
        <div>
          <h1>
            {agency}
            {year}年度报送
          </h1>
          <p>
            <Bits
              of={[
                to ? `报送${to}` : '上面没有使用本系统的机关，不用报送',
                newest ? newest.stateTerm : '未报送',
                to && `期限 ${withWeekday(dueOn)}`,
              ]}
            />
          </p>
          {late && <p className="field-wrong">已过期限，还没有报送。</p>}
        </div>
        <Link href={`/reports/${encodeURIComponent(agencyId)}/${year}`}>看这一年的年报</Link>
      </header>
      <p className="done-note" role="status">
        {done}
      </p>
      {entering ? (
        <FigureForm
          view={view}
          error={act.error}
          pending={act.isPending}
          onSend={(cells, why) => act.mutate({ verb: 'enterFigures', cells, why })}
          onLeave={() => {
            act.reset();
            setEntering(false);
          }}
        />
      ) : (
        <div className="hand-up">
          <div className="hand-up-side">
            <HandUpSteps
              view={view}
              error={act.error}
              pending={act.isPending}
              onAct={act.mutate}
              onEnter={() => {
                act.reset();
                setEntering(true);
              }}
            />
            {differing.map((version) => (
              <Differing key={version.handUpId} version={version} />
            ))}
            <Versions versions={versions} />
          </div>
          <div className="hand-up-tables">
            {newest ? (
              tables.map((table) => (
                <OfficialTable
                  key={table.caption}
                  table={table}
                  figure={(_, text) => ({ shows: <span>{text}</span>, mark: text === '0' ? 'zero' : '' })}
                />
              ))
            ) : (
              <section className="card">
                <h2>还没有报送的数</h2>
                <p className="soft">报送以后，这里显示报送的三张表，上一级对着核对。</p>
              </section>
            )}
          </div>
        </div>
      )}
    </>
  );
}
