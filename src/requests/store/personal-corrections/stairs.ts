/** How 更正申请 climb: found and locked, permitted, decided, saved. Row, fact, letters and identity go in together or not at all. */
import type { AgencyId } from '../../../people/agency.ts';
import type { Scene, Stairs } from '../../../perform.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import type { KeyRing } from '../../../platform/key-file.ts';
import { art } from '../../../statute/articles.ts';
import { type CivilDate, parseCivilDate, yearOf } from '../../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../../statute/refusal.ts';
import { maskedName } from '../../info-request.ts';
import type { CorrectionCommand } from '../../personal-corrections/commands.ts';
import { type CorrectionLoaded, decideCorrection, type OpenedCorrection } from '../../personal-corrections/decide.ts';
import type { CorrectionNumbers } from '../../personal-corrections/letters.ts';
import { permitCorrection, permitRegisterCorrection } from '../../personal-corrections/permissions.ts';
import type { PersonalCorrectionFile, PersonalCorrectionId } from '../../personal-corrections/personal-correction.ts';
import { type FoundOffice, letterOffice } from '../letters.ts';
import { takeNumber } from '../numbers.ts';
import { contextOf, fromCorrection, fromCorrectionFact, toCorrection, toCorrectionFact } from './tables.ts';

export const NO_SUCH_CORRECTION = refuse('NO_SUCH_FILE', art(41), '没有这件更正申请，请刷新列表后重新选择。');

const NO_NUMBERS: CorrectionNumbers = { answer: '', transfer: '' };

/** @param keys seal the identity of who applied */
export function correctionStairs(
  keys: Pick<KeyRing, 'seal'>,
): Stairs<CorrectionLoaded, OpenedCorrection, CorrectionCommand> {
  return {
    room: 'personalCorrections',
    load: prepare,
    permit: (actor, command, { file }) =>
      command.verb === 'registerCorrection'
        ? permitRegisterCorrection(actor, command.agencyId)
        : permitCorrection(actor, command.verb, file!),
    decide: decideCorrection,
    async save(tx, next, loaded) {
      const { correction, facts } = next;
      const { id, ...row } = fromCorrection(correction);
      if (loaded.file === null) {
        await tx
          .insertInto('personal_corrections')
          .values({ id, ...row })
          .execute();
        const applicant = next.applicant!;
        await tx
          .insertInto('personal_correction_applicants')
          .values({
            correction_id: id,
            agency_id: correction.agencyId,
            sealed: keys.seal(JSON.stringify(applicant), contextOf(id)),
            masked_name: maskedName(applicant.name, correction.applicantKind),
          })
          .execute();
      } else await tx.updateTable('personal_corrections').set(row).where('id', '=', id).execute();
      await tx
        .insertInto('personal_correction_facts')
        .values(fromCorrectionFact(correction, facts.at(-1)!))
        .execute();
      await keepLetters(tx, next);
    },
  };
}

async function keepLetters(tx: Tx, { correction, facts, issued }: OpenedCorrection): Promise<void> {
  if (issued.length === 0) return;
  const { n, on } = facts.at(-1)!;
  const of = { correction_id: correction.id, n, agency_id: correction.agencyId, issued_on: on };
  await tx
    .insertInto('personal_correction_letters')
    .values(issued.map((letter) => ({ ...of, ...letter })))
    .execute();
}

async function prepare(tx: Tx, command: CorrectionCommand, { today }: Scene): Promise<CorrectionLoaded | Refusal> {
  // `decide` refuses a date that is none; until then the year must be a number.
  const year = yearOf((parseCivilDate(command.on) ?? today) as CivilDate);
  if (command.verb === 'registerCorrection') {
    const office = await letterOffice(tx, command.agencyId);
    if (!office) return refuse('NO_SUCH_AGENCY', art(41), '没有这个受理机关，请重新选择。');
    const nextNumber = await takeNumber(tx, command.agencyId, office.mark, 'personalCorrection', year);
    return { office, numbers: NO_NUMBERS, file: null, nextNumber, proofFiles: 0 };
  }
  const file = await findCorrection(tx, command.correctionId, 'lock');
  if (!file) return NO_SUCH_CORRECTION;
  const { agencyId } = file.correction;
  const office = (await letterOffice(tx, agencyId))!;
  const numbers =
    command.verb === 'decideCorrection' ? await numbersFor(tx, agencyId, office, command.outcome, year) : NO_NUMBERS;
  return { office, numbers, file, proofFiles: await countProofs(tx, command.correctionId) };
}

async function countProofs(tx: Tx, id: PersonalCorrectionId): Promise<number> {
  const { n } = await tx
    .selectFrom('personal_correction_files')
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('correction_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** 文号 for the letters of a decision; a refused one gives them back. */
async function numbersFor(tx: Tx, agencyId: AgencyId, { mark }: FoundOffice, outcome: string, year: number) {
  return {
    answer: await takeNumber(tx, agencyId, mark, 'personalCorrectionReply', year),
    transfer: outcome === 'transferred' ? await takeNumber(tx, agencyId, mark, 'personalCorrectionTransfer', year) : '',
  };
}

/** With everything that happened to it; undefined when there is none. Who may look is asked by the face. */
export async function findCorrection(
  db: Db,
  id: PersonalCorrectionId,
  lock?: 'lock',
): Promise<PersonalCorrectionFile | undefined> {
  const query = db.selectFrom('personal_corrections').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const facts = await db
    .selectFrom('personal_correction_facts')
    .selectAll()
    .where('correction_id', '=', id)
    .orderBy('n')
    .execute();
  return { correction: toCorrection(row), facts: facts.map(toCorrectionFact) };
}
