/** 找错留言的台阶: report and reporter go in together; a ticket is opened with the report it answers to. */
import { sql } from 'kysely';
import type { Scene, Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { IDENTITY_REASONS, type IdentityReasonName } from '../../requests/identity-reasons.ts';
import { takeQueryNumber } from '../../requests/store/numbers.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import {
  type ChangedMistake,
  decideMistake,
  type LoadedMistake,
  MISTAKE_BASIS,
  type MistakeCommand,
  siteOfPage,
} from '../mistakes/decide.ts';
import type { MistakeReport } from '../mistakes/mistake.ts';
import { permitMistake } from '../mistakes/permissions.ts';
import { findingsOfSite, findTicket, saveFindings, saveTicket, ticketsNumbered, ticketsOfSite } from './findings.ts';
import { findMistake, mistakeContext, type ReporterSealed } from './mistakes.ts';
import { watchedSites } from './sites.ts';

const ROOM = 'supervision';

export const NO_SUCH_MISTAKE = refuse('NO_SUCH_MISTAKE', MISTAKE_BASIS, '没有这条找错留言，请从列表里打开。');

/** @param keys seal who reported */
export function mistakeStairs(keys: Pick<KeyRing, 'seal'>): Stairs<LoadedMistake, ChangedMistake, MistakeCommand> {
  return {
    room: ROOM,
    load,
    permit: (actor, { verb }, { report }) => permitMistake(actor, verb, report),
    decide: decideMistake,
    async save(tx, { report, reported, reconciled }) {
      for (const ticket of reconciled?.tickets ?? []) await saveTicket(tx, ticket);
      if (reconciled) await saveFindings(tx, reconciled.findings);
      if (!reported) {
        await tx.updateTable('mistake_reports').set(changing(report)).where('id', '=', report.id).execute();
        return;
      }
      const { id, agencyId, queryNumber: query_number, page, wrong, says, receivedOn: received_on } = report;
      const { codeDigest: code_digest, formHash: form_hash, code, contact } = reported;
      await tx
        .insertInto('mistake_reports')
        .values({
          ...changing(report),
          id,
          agency_id: agencyId,
          query_number,
          code_digest,
          form_hash,
          page,
          wrong,
          says,
          received_on,
        })
        .execute();
      const sealed: ReporterSealed = { contact: contact.trim(), code };
      await tx
        .insertInto('mistake_reporters')
        .values({
          report_id: id,
          agency_id: agencyId,
          sealed: keys.seal(JSON.stringify(sealed), mistakeContext(id)),
          has_contact: sealed.contact !== '',
        })
        .execute();
    },
  };
}

function changing({ state, ticketId, findingId, verdict, answer, answeredOn, answeredBy }: MistakeReport) {
  return {
    ...{ state, ticket_id: ticketId, finding_id: findingId, verdict, answer },
    ...{ answered_on: answeredOn, answered_by: answeredBy },
  };
}

async function load(tx: Tx, command: MistakeCommand, { today }: Scene): Promise<LoadedMistake | Refusal> {
  if (command.verb === 'report') {
    const sent = await tx
      .selectFrom('mistake_reports')
      .select('id')
      .where('form_hash', '=', command.formHash)
      .executeTakeFirst();
    if (sent) return refuse('FORM_SPENT', MISTAKE_BASIS, '这份表单已经提交过，留言已经收到，没有再登记一次。');
    return { report: null, queryNumber: await takeQueryNumber(tx, yearOf(today)) };
  }
  const report = await findMistake(tx, command.mistakeId, true);
  if (!report) return NO_SUCH_MISTAKE;
  if (command.verb === 'answer') return { report, findingOpen: await isFindingOpen(tx, report) };
  // One counter of tickets for all sites, as when a round is kept.
  await sql`select id from watched_sites order by id for update`.execute(tx);
  const site = siteOfPage(report.page, await watchedSites(tx));
  if (!site) return { report };
  const known = {
    site,
    findings: await findingsOfSite(tx, site.id),
    tickets: await ticketsOfSite(tx, site.id),
    numbered: await ticketsNumbered(tx, yearOf(today)),
  };
  return { report, site: known };
}

async function isFindingOpen(db: Db, { ticketId, findingId }: MistakeReport): Promise<boolean> {
  const file = ticketId === null ? undefined : await findTicket(db, ticketId);
  return file?.findings.some(({ id, state }) => id === findingId && state === 'open') ?? false;
}

/** The receipt once more for the form it was sent with; what was typed otherwise gets none. */
export async function mistakeReceiptOf(
  db: Db,
  formHash: string,
  says: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<{ readonly queryNumber: string; readonly code: string } | undefined> {
  const row = await db
    .selectFrom('mistake_reports as m')
    .innerJoin('mistake_reporters as r', 'r.report_id', 'm.id')
    .select(['m.id', 'm.query_number', 'r.sealed'])
    .where('m.form_hash', '=', formHash)
    .where('m.says', '=', says.trim())
    .executeTakeFirst();
  if (!row) return undefined;
  const { code } = JSON.parse(keys.open(row.sealed, mistakeContext(row.id))) as ReporterSealed;
  return { queryNumber: row.query_number, code };
}

export interface OpenContact {
  readonly verb: 'openContact';
  readonly mistakeId: string;
  readonly reason: IdentityReasonName;
}

interface Sealed {
  readonly agencyId: string;
  readonly contact: string;
}

const OPENING = '《个人信息保护法》第五十一条';

/** 查看联系方式 [SUP-67]: for a reason, and that it was opened stands in the ledger before it is shown. */
export function contactStairs(keys: Pick<KeyRing, 'open'>): Stairs<Sealed, { contact: string }, OpenContact> {
  return {
    room: ROOM,
    async load(tx, { mistakeId }) {
      const row = await tx
        .selectFrom('mistake_reporters')
        .select(['agency_id', 'sealed', 'has_contact'])
        .where('report_id', '=', mistakeId)
        .executeTakeFirst();
      if (!row?.has_contact) return refuse('NO_CONTACT', OPENING, '留言的人没有留联系方式，他凭查询号查看答复。');
      const { contact } = JSON.parse(keys.open(row.sealed, mistakeContext(mistakeId))) as ReporterSealed;
      return { agencyId: row.agency_id, contact };
    },
    permit: (actor, _, { agencyId }) => permitMistake(actor, 'answer', { agencyId }),
    decide: ({ agencyId, contact }, { mistakeId, reason }) => ({
      next: { contact },
      entry: {
        ...{ verb: 'openedContact', subject: mistakeId, agencyId, content: { reason } },
        basis: `${OPENING}（${IDENTITY_REASONS[reason].term}）`,
      },
    }),
    save: async () => {},
  };
}
