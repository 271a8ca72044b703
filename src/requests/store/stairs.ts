/** How applications climb: found and locked, permitted, decided, saved. Row, facts and identity go in together or not at all. */
import { type AgencyId, living } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { refuseEnded } from '../../people/succession.ts';
import type { Scene, Stairs } from '../../perform.ts';
import { type Db, type Tx, writeTogether } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { art } from '../../statute/articles.ts';
import { type CivilDate, parseCivilDate, yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type FileCommand, type FileVerb, type OpeningCommand, opensFile, type RequestCommand } from '../commands.ts';
import { dueOf } from '../deadlines.ts';
import { decide, type Loaded } from '../decide/decide.ts';
import { numberKept } from '../decide/sign.ts';
import { decisionOn, tellsThirdParty } from '../dissent.ts';
import type { RequestFact } from '../facts.ts';
import type { ActedFile, OpenedFile, RequestId } from '../info-request.ts';
import type { Numbers } from '../letters/issue.ts';
import type { SeriesName } from '../numbers.ts';
import { permit } from '../permissions.ts';
import { runningDue } from '../redo.ts';
import { reviewDue } from '../refusal-review.ts';
import { verbOf } from '../verbs.ts';
import { sealApplicant } from './applicants.ts';
import { countPlace } from './count-place.ts';
import { filesOfNotice } from './joint-files.ts';
import { keepLetters, letterOffice, writeLetters } from './letters.ts';
import { numberInUse, takeNumber, takeQueryNumber } from './numbers.ts';
import { releasedFiles } from './released-files.ts';
import { remediesOf } from './remedies.ts';
import { fromFact, fromRequest, toFact, toRequest } from './tables.ts';
import { keepTasks } from './tasks.ts';

/** Seal the identity of the applicant, make the digest by which he is found again, and open it where names are compared. */
export type RequestKeys = Pick<KeyRing, 'seal' | 'digest' | 'open'>;

export function requestStairs(keys: RequestKeys): Stairs<Loaded, ActedFile | OpenedFile, RequestCommand> {
  return {
    room: 'requests',
    load: (tx, command, scene) => (opensFile(command) ? prepare(tx, command, scene) : find(tx, command, scene, keys)),
    permit: (actor, command, { file }) => permit(actor, command, file),
    decide,
    save: (tx, next, loaded, scene) =>
      loaded.file === null ? insert(tx, next as OpenedFile, scene, keys) : update(tx, next, loaded.file, scene),
  };
}

async function prepare(tx: Tx, command: OpeningCommand, { today }: Scene): Promise<Loaded | Refusal> {
  const office = await letterOffice(tx, command.agencyId);
  if (office === undefined) return refuse('NO_SUCH_AGENCY', art(27), '没有这个受理机关，请重新选择。');
  const ended = refuseEnded(command.agencyId, await listAgencies(tx));
  if (ended) return ended;
  const year = yearOf(dayOf(command, today));
  const desk = { office, numbers: {} };
  if (command.verb === 'openWithCarriedOver') {
    if (await numberInUse(tx, command.agencyId, command.number.trim()))
      return refuse('REQ-33', art(45), `登记号“${command.number.trim()}”已经登记过，请核对。`);
    return { ...desk, file: null, nextNumber: '', queryNumber: await takeQueryNumber(tx, year) };
  }
  const queryNumber = await takeQueryNumber(tx, year);
  // Last, because from here on everybody else at this agency waits.
  const nextNumber = await takeNumber(tx, command.agencyId, office.mark, 'application', year);
  return { ...desk, file: null, nextNumber, queryNumber };
}

/** 合并告知: what is done with one of its files depends on the others. */
const ASKS_THE_OTHERS: readonly FileVerb[] = ['recordPayment', 'recordRefund', 'abandonUnpaid'];

async function find(tx: Tx, command: FileCommand, { today }: Scene, keys: RequestKeys): Promise<Loaded | Refusal> {
  const row = await tx
    .selectFrom('info_requests')
    .selectAll()
    .where('id', '=', command.requestId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('NO_SUCH_FILE', art(45), '没有这件申请，请刷新列表后重新选择。');
  const facts = await factsOfFile(tx, row.id);
  const office = (await letterOffice(tx, row.agency_id))!;
  return {
    file: {
      request: toRequest(row),
      facts,
      codeDigest: row.code_digest,
      remedies: command.verb === 'redoReply' ? await remediesOf(tx, row.id) : [],
    },
    office,
    released: command.verb === 'draftReply' || command.verb === 'clearFinding' ? await releasedFiles(tx, row.id) : [],
    agencies: command.verb === 'sendTask' ? living(await listAgencies(tx)) : [],
    placeInMonth: command.verb === 'noticeFee' ? await countPlace(tx, row.id, keys) : null,
    jointly: ASKS_THE_OTHERS.includes(command.verb) ? await filesOfNotice(tx, toRequest(row), facts) : [],
    numbers: await takeNumbers(
      tx,
      { agencyId: row.agency_id, mark: office.mark },
      command,
      facts,
      yearOf(dayOf(command, today)),
    ),
  };
}

function tellsNow(consultation: number, facts: readonly RequestFact[]): boolean {
  const ground = decisionOn(consultation, facts)?.ground;
  return ground !== undefined && tellsThirdParty({ n: facts.length + 1, ground }, facts);
}

/** 文号 for the letters an act may issue; a refused act gives them back, and a reply signed anew keeps its own. */
async function takeNumbers(
  tx: Tx,
  { agencyId, mark }: { readonly agencyId: AgencyId; readonly mark: string },
  command: FileCommand,
  facts: readonly RequestFact[],
  year: number,
): Promise<Numbers> {
  // [FEE-17] One paper for several files bears the number that the first of them took.
  if (command.verb === 'noticeFee' && command.paperNumber !== undefined) return { fee: command.paperNumber };
  const wanted = verbOf(command.verb).numbers ?? [];
  const numbers: Partial<Record<SeriesName, string>> = {};
  // A decision before the signature issues no letter, nor does one that nothing is disclosed by.
  if (command.verb === 'settleDissent' && !tellsNow(command.consultation, facts)) return numbers;
  for (const series of wanted) {
    if (series === 'reply' && numberKept(facts) !== undefined) continue;
    numbers[series] = await takeNumber(tx, agencyId, mark, series, year);
  }
  return numbers;
}

export async function factsOfFile(db: Db, id: RequestId) {
  const rows = await db.selectFrom('request_facts').selectAll().where('request_id', '=', id).orderBy('n').execute();
  return rows.map(toFact);
}

/** `decide` refuses a date that is none; until then the year must be a number. */
function dayOf(command: RequestCommand, today: CivilDate): CivilDate {
  return parseCivilDate(command.on) ?? today;
}

async function insert(
  tx: Tx,
  { request, facts, codeDigest, applicant, issued }: OpenedFile,
  scene: Scene,
  keys: RequestKeys,
): Promise<void> {
  const dueOn = dueOf({ request, facts }, scene.today, scene.calendar);
  await writeTogether(tx, [
    tx.insertInto('info_requests').values(fromRequest(request, codeDigest, { dueOn, reviewOn: null })),
    tx.insertInto('request_facts').values(facts.map((fact) => fromFact(request, fact))),
    ...(issued.length > 0 ? [writeLetters(tx, request, facts.at(-1)!, issued)] : []),
    tx.insertInto('applicants').values(sealApplicant(request, applicant, keys)),
  ]);
}

async function update(
  tx: Tx,
  { request, facts, codeDigest, issued }: ActedFile,
  before: Pick<ActedFile, 'facts'>,
  scene: Scene,
): Promise<void> {
  const dueOn = runningDue({ request, facts }, scene.today, scene.calendar);
  const { id, ...row } = fromRequest(request, codeDigest, { dueOn, reviewOn: reviewDue(facts) });
  await tx.updateTable('info_requests').set(row).where('id', '=', id).execute();
  const added = facts.slice(before.facts.length).map((fact) => fromFact(request, fact));
  await tx.insertInto('request_facts').values(added).execute();
  await keepTasks(tx, request, facts);
  await keepLetters(tx, request, facts.at(-1)!, issued);
}
