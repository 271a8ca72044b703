/** 巡查月历: every day of patrol with what became of it; a day that is missing stands out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { PatrolMonthView, RosterSent } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { VerbButton } from '../../components/verb-button.tsx';
import { MonthGrid } from './month-grid.tsx';
import { monthAfter, monthInProse } from './months.ts';
import '../../components/table.css';
import './patrol.css';
import { RosterCard } from './roster-card.tsx';
import { RosterForm } from './roster-form.tsx';

export default function PatrolMonth() {
  const [search] = useSearchParams();
  const month = search.get('month');
  const agencyId = search.get('agencyId');
  const asked = { ...(month ? { month } : {}), ...(agencyId ? { agencyId } : {}) };
  const query = useQuery({
    queryKey: ['patrol', month, agencyId],
    queryFn: ({ signal }) => call('GET /api/patrol', { query: asked, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={view.agency.name} view={view} />}
    </Loaded>
  );
}

function Shown({ view }: { readonly view: PatrolMonthView }) {
  const client = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [setting, setSetting] = useState(false);
  const [done, setDone] = useState('');
  const send = useSend(
    (roster: RosterSent) => call('POST /api/patrol/rosters', { sends: roster }),
    () => {
      setSetting(false);
      setDone('已经安排值班。当天的巡查单几分钟内生成。');
      return client.invalidateQueries({ queryKey: ['patrol'] });
    },
  );
  const { agency, agencies, month, days, counts, roster } = view;
  return (
    <>
      <header className="screen-head">
        <h1>每日巡查</h1>
        {!setting && <VerbButton verb={view.setting} term="安排值班" onClick={() => setSetting(true)} />}
      </header>
      <p className="soft">每个巡查日一张巡查单，由值班的人看过以后签。当天没有签的记为缺巡，以后补签的注明补签。</p>
      <DoneNote says={done} />
      {agencies.length > 1 && (
        <div className="patrol-agency screen-only">
          <AgencyField
            agencies={agencies}
            value={agency.name}
            onChange={(agencyId) => setSearch({ month, agencyId })}
          />
        </div>
      )}
      {setting && (
        <RosterForm
          view={view}
          error={send.error}
          pending={send.isPending}
          onSend={(sent) => send.mutate(sent)}
          onLeave={() => setSetting(false)}
        />
      )}
      <MonthBar view={view} />
      <dl className="patrol-counts">
        {counts
          .filter(({ standing, count }) => count > 0 || standing === 'missed')
          .map(({ standing, term, count }) => (
            <div key={standing} data-standing={standing}>
              <dt>{term}</dt>
              <dd>{`${count} 天`}</dd>
            </div>
          ))}
      </dl>
      {roster === null && days.length === 0 ? (
        <Empty says="还没有安排值班。" begin="安排值班以后，系统每个巡查日生成一张巡查单。" />
      ) : (
        <MonthGrid view={view} />
      )}
      {roster && <RosterCard roster={roster} />}
    </>
  );
}

function MonthBar({ view: { month, agency, days } }: { readonly view: PatrolMonthView }) {
  const sheet = useSend(
    (_: undefined) => download('POST /api/patrol/export', { query: { month, agencyId: agency.name } }),
    keepFile,
  );
  const to = (months: number) =>
    `/patrol?month=${monthAfter(month, months)}&agencyId=${encodeURIComponent(agency.name)}`;
  return (
    <div className="found-bar patrol-bar">
      <h2>{monthInProse(month)}</h2>
      <nav aria-label="月份" className="screen-only">
        <Link href={to(-1)}>上个月</Link>
        <Link href={to(1)}>下个月</Link>
        {days.length > 0 && (
          <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
            导出巡查月表
          </Button>
        )}
      </nav>
      <ProblemNote error={sheet.error} />
    </div>
  );
}
