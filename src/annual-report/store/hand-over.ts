/**
 * 移交 of this room [ORG-6]: what agencies below handed up to it and nobody has taken yet. Its own report of the year is not handed over: its
 * figures until its day are its own, and the people of the successor finish it [ORG-5].
 */
import { sql } from 'kysely';
import { handedRows } from '../../people/store/handed.ts';
import './hand-ups.ts';

export const HANDED_HAND_UPS = handedRows({
  ...{ term: '下级报来、没有接收的年报数据', measure: '份', room: 'annual-report', table: 'report_hand_ups' },
  holder: 'to_agency_id',
  open: sql`state = 'waiting'`,
  label: sql`year || '年第' || version || '版'`,
});
