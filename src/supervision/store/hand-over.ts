/**
 * 移交 of this room [ORG-4]: watched sites, tickets with their findings, mistakes that readers reported, complaints, work points owned and listed,
 * trainings not yet held. A roster is not: who patrols is for the successor to say.
 */
import { sql } from 'kysely';
import { handedRows } from '../../people/store/handed.ts';
import './accountability.ts';
import './findings.ts';
import './mistakes.ts';
import './sites.ts';
import './trainings.ts';
import './work-points.ts';

const room = 'supervision';
const pointLabel = sql`year || '年第' || number || '项'`;
const pointOpen = sql`done_on is null and withdrawn_because is null`;

export const HANDED_SITES = handedRows({
  ...{ term: '监测的站点', measure: '个', room, table: 'watched_sites' },
  open: sql`removed_at is null`,
  label: sql`name`,
});

export const HANDED_TICKETS = handedRows({
  ...{ term: '没有销号的整改单', measure: '张', room, table: 'rectification_tickets' },
  open: sql`state <> 'closed'`,
  label: sql`number`,
  due: sql`due_on`,
  along: [{ table: 'site_findings', key: 'ticket_id' }],
});

export const HANDED_MISTAKES = handedRows({
  ...{ term: '没有答复的网民找错', measure: '件', room, table: 'mistake_reports' },
  open: sql`answered_on is null`,
  label: sql`query_number`,
  along: [{ table: 'mistake_reporters', key: 'report_id' }],
});

export const HANDED_COMPLAINTS = handedRows({
  ...{ term: '没有答复的投诉、举报', measure: '件', room, table: 'disclosure_complaints' },
  open: sql`answered_on is null`,
  label: sql`number`,
});

export const HANDED_POINTS = handedRows({
  ...{ term: '承担的工作要点', measure: '项', room, table: 'work_points', holder: 'owner_id' },
  open: pointOpen,
  label: pointLabel,
  due: sql`due_on`,
});

export const HANDED_POINT_LISTS = handedRows({
  ...{
    term: '下达的工作要点',
    measure: '项',
    room,
    table: 'work_points',
    holder: 'agency_id',
    trace: 'listHandedOver',
  },
  open: pointOpen,
  label: pointLabel,
  due: sql`due_on`,
  // Numbered anew behind those of the successor: each list has its own numbers.
  beforehand: async (tx, id, { to }) => {
    await sql`update work_points p set number = (
        select coalesce(max(t.number), 0) + 1 from work_points t where t.agency_id = ${to} and t.year = p.year)
      where p.id = ${id} and exists (
        select 1 from work_points t where t.agency_id = ${to} and t.year = p.year and t.number = p.number)`.execute(tx);
  },
});

export const HANDED_TRAININGS = handedRows({
  ...{ term: '没有举办的培训', measure: '场', room, table: 'trainings' },
  open: sql`held_on is null and cancelled_because is null`,
  label: sql`planned_on || ' 的培训'`,
  due: sql`planned_on`,
});
