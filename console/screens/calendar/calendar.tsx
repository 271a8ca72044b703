/** 工作日历: a year of workdays with the notices it is built from; an entry or a withdrawal recounts every open application. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { CalendarView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { movedInWords } from '../../components/moved.ts';
import { MovedFiles } from '../../components/moved-files.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { useRecount } from '../../components/use-recount.ts';
import { VerbButton } from '../../components/verb-button.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import { Legend } from './legend.tsx';
import { Month } from './month.tsx';
import { monthsOf } from './month-grid.ts';
import { NoticeForm } from './notice-form.tsx';
import { Notices } from './notices.tsx';
import { YearHead } from './year-head.tsx';
import { YearInWords } from './year-in-words.tsx';
import '../../components/step.css';
import './calendar.css';

export default function Calendar() {
  const { today } = useSession();
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), today);
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call('GET /api/calendar/:year', { path: { year }, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>工作日历</h1>
        <YearLinks year={year} hrefOf={(one) => `/calendar?year=${one}`} />
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <OpenCalendar view={view} today={today} />}
      </Loaded>
    </>
  );
}

interface OpenCalendarProps {
  readonly view: CalendarView;
  readonly today: string;
}

/** What is being written: a new notice, or why an old one goes. */
type Writing = { readonly kind: 'notice' } | { readonly kind: 'withdrawal'; readonly id: string } | null;

function OpenCalendar({ view, today }: OpenCalendarProps) {
  const client = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [writing, setWriting] = useState<Writing>(null);
  const [done, setDone] = useState('');
  const recount = useRecount();
  const change = useSend(
    ({ ask }: { readonly ask: () => Promise<CalendarView>; readonly says: string }) => ask(),
    async (after, { says }) => {
      setWriting(null);
      setDone(says + movedInWords(after.moved));
      await recount();
      client.setQueryData(['calendar', after.year], after);
      if (after.year !== view.year) setSearch({ year: String(after.year) });
    },
  );
  const turn = (to: Writing) => {
    change.reset();
    setDone('');
    setWriting(to);
  };
  const form = { error: change.error, pending: change.isPending };
  return (
    <>
      <DoneNote says={done} />
      {done && <MovedFiles moved={view.moved ?? []} />}
      <YearHead view={view}>
        {writing?.kind !== 'notice' && (
          <VerbButton verb={view.change} term="录入放假安排" onClick={() => turn({ kind: 'notice' })} />
        )}
      </YearHead>
      {writing?.kind === 'notice' && (
        <NoticeForm
          view={view}
          {...form}
          onSave={(sends) =>
            change.mutate({
              ask: () => call('POST /api/calendar/notices', { sends }),
              says: `已经录入：${sends.title}。`,
            })
          }
          onLeave={() => turn(null)}
        />
      )}
      <Legend />
      <div className="months">
        {monthsOf(view).map((month) => (
          <Month key={month.month} month={month} today={today} />
        ))}
      </div>
      <YearInWords view={view} />
      <Notices
        view={view}
        {...form}
        withdrawing={writing?.kind === 'withdrawal' ? writing.id : null}
        onTurn={(id) => turn(id === null ? null : { kind: 'withdrawal', id })}
        onWithdraw={({ id, title }, why) =>
          change.mutate({
            ask: () => call('POST /api/calendar/notices/:id/withdraw', { path: { id: id ?? '' }, sends: { why } }),
            says: `已经撤回：${title}。`,
          })
        }
      />
    </>
  );
}
