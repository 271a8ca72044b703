/**
 * 同一张表单只登记一次 [PRT-20, PRT-23]: what an online form led to is kept with the application, in its transaction. A second click, a second try
 * after the line broke, or the same form after a restart finds the first application and the code its applicant was given; with other answers
 * the form is spent.
 */
import type { Actor } from '../../people/actor.ts';
import { climb, type House, inTransaction } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { Register } from '../decide/register.ts';
import type { RequestFile } from '../info-request.ts';
import { type HandedIn, handIn } from './handed-in.ts';
import { factsOfFile, requestStairs } from './stairs.ts';
import { toRequest } from './tables.ts';

declare module '../../platform/database.ts' {
  interface Database {
    request_submissions: {
      form_digest: string;
      /** Of the token alone, whatever was answered. */
      token_digest: string;
      request_id: string;
      agency_id: string;
      code_sealed: string;
      expires_at: Date;
    };
  }
}

export interface SentForm {
  /** Proof that this form was given out; unguessable and different for each. */
  readonly token: string;
  /** Everything that was answered, as one text: the same form with other answers is another application. */
  readonly answers: string;
}

/** 回执 of one form, the same however often it is sent. */
export interface SubmittedRequest {
  readonly file: RequestFile;
  readonly code: string;
}

type SubmissionKeys = Pick<KeyRing, 'seal' | 'open' | 'digest'>;

/** Longer than any form is good for. */
const KEPT_MS = 3 * 3_600_000;

/** Registers unless this form was registered before. Of two at the same moment one registers and the other finds it. */
export async function registerOnce(
  house: House,
  keys: SubmissionKeys,
  actor: Actor,
  form: SentForm,
  code: string,
  command: Register,
  files: readonly HandedIn[] = [],
): Promise<SubmittedRequest | Refusal> {
  let tried = false;
  return inTransaction(house.db, async (tx) => {
    // Tried once, the same form has come in between: its row was there first.
    const earlier = tried ? await earlierSubmission(tx, keys, form, house.now()) : undefined;
    if (earlier) return earlier;
    tried = true;
    const registered = await climb(tx, house, requestStairs(keys), actor, command);
    if (isRefusal(registered)) return registered;
    const { request } = registered;
    const digest = digestOf(form, keys);
    await tx
      .insertInto('request_submissions')
      .values({
        form_digest: digest,
        token_digest: tokenDigestOf(form, keys),
        request_id: request.id,
        agency_id: request.agencyId,
        code_sealed: keys.seal(code, contextOf(digest)),
        expires_at: new Date(house.now().getTime() + KEPT_MS),
      })
      .execute();
    // After the row of the form: of two at once the second waits there, and finds the first, before its files are found to be taken.
    const way = { requestId: request.id, codeDigest: command.codeDigest, factN: registered.facts[0]!.n };
    const unfit = await handIn(tx, house, keys, actor, way, files);
    if (unfit) return unfit;
    return { file: registered, code };
  });
}

const FORM_SPENT = refuse(
  'FORM_SPENT',
  art(28),
  '这张表单已经提交过一件申请，内容不同的另一件还没有登记。填写的内容都在，请再提交一次。',
);

/** What this form led to, when it was registered before; a refusal when it was registered with other answers. */
export async function earlierSubmission(
  db: Db,
  keys: Pick<KeyRing, 'open' | 'digest'>,
  form: SentForm,
  now: Date,
): Promise<SubmittedRequest | Refusal | undefined> {
  const digest = digestOf(form, keys);
  const row = await db
    .selectFrom('request_submissions as s')
    .innerJoin('info_requests as r', 'r.id', 's.request_id')
    .selectAll('r')
    .select(['s.code_sealed', 's.form_digest'])
    .where((of) => of.or([of('s.token_digest', '=', tokenDigestOf(form, keys)), of('s.form_digest', '=', digest)]))
    .where('s.expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.form_digest !== digest) return FORM_SPENT;
  const file = { request: toRequest(row), facts: await factsOfFile(db, row.id), codeDigest: row.code_digest };
  return { file, code: keys.open(row.code_sealed, contextOf(digest)) };
}

/** Once no form is good any more its code is forgotten. */
export async function forgetSubmissions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('request_submissions').where('expires_at', '<=', now).execute();
}

function digestOf({ token, answers }: SentForm, keys: Pick<KeyRing, 'digest'>): string {
  return keys.digest(`${token}\n${answers}`, 'request_submissions.form_digest');
}

function tokenDigestOf({ token }: SentForm, keys: Pick<KeyRing, 'digest'>): string {
  return keys.digest(token, 'request_submissions.token_digest');
}

function contextOf(digest: string): string {
  return `request_submissions/${digest}`;
}

export const SEALED_CODES: SealedColumn = {
  table: 'request_submissions',
  row: 'form_digest',
  column: 'code_sealed',
  contextOf,
};
