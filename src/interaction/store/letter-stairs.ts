/** How 咨询诉求 climb: found and locked, permitted, decided, saved. Row, fact and the sealed writer go in together or not at all. */
import type { Scene, Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { maskedName } from '../../requests/info-request.ts';
import { takeQueryNumber } from '../../requests/store/numbers.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { CitizenLetterId, LetterFile, LetterWriter } from '../citizen-letters/citizen-letter.ts';
import type { LetterCommand } from '../citizen-letters/commands.ts';
import { decideLetter, type LetterLoaded, type OpenedLetter } from '../citizen-letters/decide.ts';
import { LETTER_BASIS, permitLetter } from '../citizen-letters/permissions.ts';
import { changing, fromLetterFact, letterContext, toLetter, toLetterFact } from './letter-tables.ts';

export const NO_SUCH_LETTER = refuse('NO_SUCH_FILE', LETTER_BASIS, '没有这封来信，请刷新列表后重新选择。');
const NAMELESS = '（未留姓名）';

interface Sealed extends LetterWriter {
  readonly code: string;
}

/** @param keys seal who wrote */
export function letterStairs(keys: Pick<KeyRing, 'seal'>): Stairs<LetterLoaded, OpenedLetter, LetterCommand> {
  return {
    room: 'citizenLetters',
    load,
    permit: (actor, command, { file }) => permitLetter(actor, command, file),
    decide: decideLetter,
    async save(tx, next, { file }) {
      const { letter, facts, wrote } = next;
      const { id } = letter;
      if (file === null) {
        const {
          queryNumber: query_number,
          kind,
          title,
          body,
          mayPublish: may_publish,
          receivedOn: received_on,
        } = letter;
        const { codeDigest: code_digest, formHash: form_hash, writer, code } = wrote!;
        await tx
          .insertInto('citizen_letters')
          .values({
            id,
            query_number,
            code_digest,
            form_hash,
            kind,
            title,
            body,
            may_publish,
            received_on,
            ...changing(letter),
          })
          .execute();
        const sealed: Sealed = { ...writer, code };
        await tx
          .insertInto('citizen_letter_writers')
          .values({
            letter_id: id,
            agency_id: letter.agencyId,
            sealed: keys.seal(JSON.stringify(sealed), letterContext(id)),
            masked_name: writer.name.trim() === '' ? NAMELESS : maskedName(writer.name, 'natural'),
          })
          .execute();
      } else await tx.updateTable('citizen_letters').set(changing(letter)).where('id', '=', id).execute();
      await tx
        .insertInto('citizen_letter_facts')
        .values(fromLetterFact(next, facts.at(-1)!))
        .execute();
    },
  };
}

async function load(tx: Tx, command: LetterCommand, { today }: Scene): Promise<LetterLoaded | Refusal> {
  const named = command.verb === 'write' ? command.agencyId : command.verb === 'transfer' ? command.to : null;
  const agencyKnown =
    named !== null &&
    (await tx
      .selectFrom('agencies')
      .select('id')
      .where('id', '=', named)
      .where('ended_on', 'is', null)
      .executeTakeFirst()) !== undefined;
  if (command.verb === 'write') {
    const sent = await tx
      .selectFrom('citizen_letters')
      .select('id')
      .where('form_hash', '=', command.formHash)
      .executeTakeFirst();
    if (sent) return refuse('FORM_SPENT', LETTER_BASIS, '这份表单已经提交过，来信已经登记，没有再登记一次。');
    return { file: null, agencyKnown, queryNumber: await takeQueryNumber(tx, yearOf(today)) };
  }
  const file = await findLetterFile(tx, command.letterId, 'lock');
  return file ? { file, agencyKnown } : NO_SUCH_LETTER;
}

/** 怎样告诉写信人: opened only to send. Undefined where it was erased. */
export async function reachOfWriter(
  db: Db,
  id: CitizenLetterId,
  keys: Pick<KeyRing, 'open'>,
): Promise<LetterWriter | undefined> {
  const row = await db
    .selectFrom('citizen_letter_writers')
    .select('sealed')
    .where('letter_id', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(keys.open(row.sealed, letterContext(id))) as Sealed);
}

/** With everything that happened to it. Who may look is asked by the face. */
export async function findLetterFile(db: Db, id: CitizenLetterId, lock?: 'lock'): Promise<LetterFile | undefined> {
  const query = db.selectFrom('citizen_letters').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const facts = await db
    .selectFrom('citizen_letter_facts')
    .selectAll()
    .where('letter_id', '=', id)
    .orderBy('n')
    .execute();
  return { letter: toLetter(row), facts: facts.map(toLetterFact), codeDigest: row.code_digest };
}

/** 查询: by number and the digest of the code; a wrong pair finds nothing, and says no more. */
export async function trackLetter(db: Db, queryNumber: string, codeDigest: string): Promise<LetterFile | undefined> {
  const row = await db
    .selectFrom('citizen_letters')
    .select('id')
    .where('query_number', '=', queryNumber)
    .where('code_digest', '=', codeDigest)
    .executeTakeFirst();
  return row && findLetterFile(db, row.id);
}

/** The receipt once more for the form it was sent with; what was typed otherwise gets none. */
export async function receiptOfForm(
  db: Db,
  formHash: string,
  { title, body }: { readonly title: string; readonly body: string },
  keys: Pick<KeyRing, 'open'>,
): Promise<{ readonly queryNumber: string; readonly code: string } | undefined> {
  const row = await db
    .selectFrom('citizen_letters as l')
    .innerJoin('citizen_letter_writers as w', 'w.letter_id', 'l.id')
    .select(['l.id', 'l.query_number', 'w.sealed'])
    .where('l.form_hash', '=', formHash)
    .where('l.title', '=', title.trim())
    .where('l.body', '=', body.trim())
    .executeTakeFirst();
  if (!row) return undefined;
  const { code } = JSON.parse(keys.open(row.sealed, letterContext(row.id))) as Sealed;
  return { queryNumber: row.query_number, code };
}
