/** 工作日历和待核的口径: everybody at the desk reads them; a change recounts every application that is open. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { perform } from '../../perform.ts';
import { type MovedDueDay, refreshDueDays } from '../../requests/store/due-days.ts';
import { civil, civilDateAt, yearOf } from '../../statute/civil-date.ts';
import type { HolidayNotice } from '../../statute/holiday-notices.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { listNotices } from '../../statute/store.ts';
import { checkNotice } from '../../statute/work-calendar.ts';
import { answer, answerIssues } from '../answer.ts';
import { type CalendarCommand, calendarStairs, permitCalendar, rootsOf } from '../calendar/calendar-stairs.ts';
import { calendarView, settingsView } from '../calendar/calendar-view.ts';
import {
  type NewNotice,
  NewNoticeSchema,
  SettingChangeSchema,
  WithdrawNoticeSchema,
  YearSchema,
} from '../calendar/county-schemas.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import type { Officer } from '../reach.ts';

export function calendarRoutes(desk: FastifyInstance, { house, everybodyHasRead }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  /** @returns the applications that are due another day than before */
  const change = async (officer: Officer, command: CalendarCommand): Promise<readonly MovedDueDay[] | Refusal> => {
    const done = await perform(house, calendarStairs, officer, command);
    if (isRefusal(done)) return done;
    // Nothing is counted by the old one any more.
    await everybodyHasRead();
    return refreshDueDays(house, reasonOf(command));
  };

  typed.get('/api/calendar/:year', { schema: { params: YearSchema } }, async (request, reply) =>
    answer(await calendarView(house, officerOf(request), request.params.year), request, reply),
  );

  typed.post('/api/calendar/notices', { schema: { body: NewNoticeSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const notice = noticeOf(request.body);
    const permission = permitCalendar(officer, await rootsOf(house.db));
    if (!permission.allowed) return answer(permission.refusal, request, reply);
    const issues = checkNotice(notice);
    if (issues.length > 0) return answerIssues(issues, request, reply);
    const moved = await change(officer, { verb: 'enterNotice', notice });
    return answer(
      isRefusal(moved) ? moved : await calendarView(house, officer, yearSpokenOf(notice), moved),
      request,
      reply,
    );
  });

  typed.post(
    '/api/calendar/notices/:id/withdraw',
    { schema: { params: Type.Object({ id: Type.String({ maxLength: 100 }) }), body: WithdrawNoticeSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const { id } = request.params;
      const moved = await change(officer, { verb: 'withdrawNotice', noticeId: id, why: request.body.why });
      if (isRefusal(moved)) return answer(moved, request, reply);
      const notice = (await listNotices(house.db)).find((one) => one.id === id)!;
      return answer(await calendarView(house, officer, yearSpokenOf(notice), moved), request, reply);
    },
  );

  desk.get('/api/settings', async (request, reply) =>
    answer(await settingsView(house, officerOf(request)), request, reply),
  );

  typed.post('/api/settings', { schema: { body: SettingChangeSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const moved = await change(officer, { verb: 'changeSetting', ...request.body });
    return answer(isRefusal(moved) ? moved : await settingsView(house, officer, moved), request, reply);
  });

  /** The year whose page shows the change. */
  function yearSpokenOf({ publishes, daysOff, makeUpDays }: HolidayNotice): number {
    return publishes ?? yearOf(daysOff[0]?.from ?? makeUpDays[0] ?? civilDateAt(house.now()));
  }
}

/** The schema has let only days through that exist. */
/** What moved the days, as it is kept beside every file that moved. */
function reasonOf(command: CalendarCommand): string {
  switch (command.verb) {
    case 'enterNotice':
      return `录入放假通知：${command.notice.title}`;
    case 'withdrawNotice':
      return `撤回放假通知：${command.why}`;
    case 'changeSetting':
      return `修改口径：${command.why}`;
  }
}

function noticeOf({ daysOff, makeUpDays, ...notice }: NewNotice): HolidayNotice {
  return {
    ...notice,
    daysOff: daysOff.map(({ name, from, to }) => ({ name, from: civil(from), to: civil(to) })),
    makeUpDays: makeUpDays.map(civil),
  };
}
