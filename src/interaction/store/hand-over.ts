/** 移交 of this room [ORG-4]: letters that wait for an answer, consultations under way, interviews not yet held. */
import { sql } from 'kysely';
import { handedRows } from '../../people/store/handed.ts';
import { OPEN_STATES } from '../citizen-letters/citizen-letter.ts';
import type { ConsultationState } from '../consultations/consultation.ts';
import type { InterviewState } from '../interviews/interview.ts';
import './consultation-tables.ts';
import './interview-tables.ts';
import './letter-tables.ts';

export const HANDED_LETTERS = handedRows({
  ...{ term: '没有答复的来信', measure: '件', room: 'citizenLetters', table: 'citizen_letters' },
  open: sql`state in (${sql.join([...OPEN_STATES])})`,
  label: sql`query_number`,
  along: [{ table: 'citizen_letter_writers', key: 'letter_id' }],
});

const OVER: readonly ConsultationState[] = ['released', 'stopped'];

export const HANDED_CONSULTATIONS = handedRows({
  ...{ term: '进行中的意见征集、调查', measure: '项', room: 'publicConsultations', table: 'public_consultations' },
  open: sql`state not in (${sql.join([...OVER])})`,
  // Its title may not be public yet.
  label: sql`case when opens_on is null then '没有发布的' else opens_on || ' 发布的' end || case form when 'survey' then '调查' else '意见征集' end`,
  due: sql`closes_on`,
  along: [{ table: 'public_opinions', key: 'consultation_id' }],
  async also(tx, id, { to }) {
    for (const table of ['public_opinion_writers', 'public_opinion_attachments'])
      await sql`update ${sql.table(table)} set agency_id = ${to}
        where opinion_id in (select o.id from public_opinions o where o.consultation_id = ${id})`.execute(tx);
  },
});

const HELD: readonly InterviewState[] = ['ended', 'cancelled'];

export const HANDED_INTERVIEWS = handedRows({
  ...{ term: '没有办完的在线访谈', measure: '场', room: 'interviews', table: 'interviews' },
  open: sql`state not in (${sql.join([...HELD])})`,
  label: sql`planned_on || ' 的访谈'`,
  due: sql`planned_on`,
  along: [{ table: 'interview_questions', key: 'interview_id' }],
});
