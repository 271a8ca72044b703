/**
 * 取 [XCH-33, XCH-34]: one run of asking a source for what it offers. Its list is read to the end and compared with what is held; what is missing or differs is
 * fetched, files first, and passes the very checks of what is delivered; what is offered no more is taken down. A run has its time; what it did not reach
 * the next one takes up, and one that was killed has only left what it has received whole.
 */
import type { House } from '../../../perform.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { isStorable } from '../../../platform/http/storable.ts';
import type { Logger } from '../../../platform/log.ts';
import { type Holding, underLease } from '../../../platform/outbox/lease.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import { fits } from '../../adapters/fits.ts';
import type { NotGot, OfferAdapter } from '../../adapters/offers/offer-adapter.ts';
import type { OpenOffers } from '../../adapters/offers/open-offers.ts';
import { compareHoldings, type Difference } from '../../sharing/compare-holdings.ts';
import { goneNotice, type Held, messageOf, type SharedFile, SharedMessageSchema } from '../../sharing/shared-copy.ts';
import { NOT_YOUR_SOURCE, type Source } from '../../sharing/source.ts';
import { holdsFile, inventoryFor, receive, receiveFile } from './receive.ts';
import type { KeptRefusal } from './tables.ts';
import { type ClaimedTaking, claimTaking, renewTaking, settleTaking, type TakingEnd } from './takings.ts';

export interface Taking {
  readonly house: House;
  readonly files: Pick<FileStore, 'keep' | 'remove'>;
  readonly open: OpenOffers;
  readonly log: Pick<Logger, 'error'>;
  /** How long a run may last. */
  readonly runMs?: number;
  readonly every?: Holding['every'];
}

const RUN_MS = 60_000;
/** Of a request that may go better at once: a line that loses one in ten loses three in a thousand so. */
const TRIES = 3;
const AT_ONCE = 4;
/** Pages of a list: what never ends is not believed. */
const MOST_PAGES = 2_000;
const MOST_REFUSED = 50;

/** Whatever is due now, one source after the other, each once. @returns how many */
export async function takeDue(taking: Taking): Promise<number> {
  const { db, now } = taking.house;
  const had: string[] = [];
  for (;;) {
    const claimed = await claimTaking(db, now(), had);
    if (!claimed) return had.length;
    const renew = () => renewTaking(db, claimed);
    const end = await underLease({ renew, log: taking.log, every: taking.every }, () => triedFrom(taking, claimed));
    await settleTaking(db, claimed, end, now());
    had.push(claimed.source.id);
  }
}

async function triedFrom(taking: Taking, claimed: ClaimedTaking): Promise<TakingEnd> {
  try {
    return await takeFrom(taking, claimed);
  } catch (error) {
    taking.log.error({ source: claimed.source.id, err: error }, 'taking from a source failed');
    return { end: 'failed', said: '程序故障，详情见日志。' };
  }
}

async function takeFrom(taking: Taking, claimed: ClaimedTaking): Promise<TakingEnd> {
  const { house, open, runMs = RUN_MS } = taking;
  const { source } = claimed;
  const adapter = open(source);
  if (isRefusal(adapter)) return { end: 'failed', said: adapter.says };
  const began = performance.now();
  const isOver = () => performance.now() - began > runMs;
  const offered = await allOf((after) => patiently(() => adapter.list(after)));
  if ('sent' in offered) return { end: 'failed', said: offered.why };
  const held = await allOf((after) => inventoryFor(house.db, source, after));
  if ('sent' in held) return { end: 'failed', said: held.why };
  const digests = new Map([...offered].map(([id, { digest }]) => [id, digest]));
  const { differences } = compareHoldings(digests, held, new Set());
  const visit: Visit = { taking, source, adapter, isOver };
  const done = await takeAll(visit, refusedLast(differences, claimed.refused));
  return endOf(done, offered.size);
}

/** What was refused the last time keeps nothing else waiting. */
function refusedLast(differences: readonly Difference[], refused: readonly KeptRefusal[]): Difference[] {
  const before = new Set(refused.map(({ id }) => id));
  return [...differences.filter(({ id }) => !before.has(id)), ...differences.filter(({ id }) => before.has(id))];
}

interface Visit {
  readonly taking: Taking;
  readonly source: Source;
  readonly adapter: OfferAdapter;
  readonly isOver: () => boolean;
}

/** `taken`: held now; `refused`: not accepted, with the reason; `later`: not got this time. */
type Taken = 'taken' | 'outOfTime' | { readonly refused: KeptRefusal } | { readonly later: NotGot };

interface Done {
  taken: number;
  leftOver: number;
  outOfTime: boolean;
  why: string | null;
  readonly refused: KeptRefusal[];
}

async function takeAll(visit: Visit, differences: readonly Difference[]): Promise<Done> {
  const done: Done = { taken: 0, leftOver: differences.length, outOfTime: false, why: null, refused: [] };
  const left = [...differences];
  let isDown = false;
  const worker = async () => {
    while (left.length > 0 && !isDown) {
      if (visit.isOver()) {
        done.outOfTime = true;
        return;
      }
      const taken = await takeOne(visit, left.shift()!);
      if (taken === 'outOfTime') done.outOfTime = true;
      else if (taken === 'taken') done.taken += 1;
      else if ('refused' in taken) done.refused.push(taken.refused);
      else {
        done.why = taken.later.why;
        isDown ||= taken.later.down === true;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  done.leftOver -= done.taken + done.refused.length;
  return done;
}

function endOf({ taken, leftOver, outOfTime, why, refused }: Done, theirs: number): TakingEnd {
  const found = { theirs, leftOver, refused: refused.slice(0, MOST_REFUSED) };
  const notAccepted = refused.length > 0 ? `，没有收下 ${refused.length} 条` : '';
  if (why !== null) return { end: 'failed', said: `还差 ${leftOver} 条没有取到：${why}`, found };
  if (outOfTime) return { end: 'unfinished', said: `这一次取了 ${taken} 条，还有 ${leftOver} 条，接着取。`, found };
  return { end: 'complete', said: `对方 ${theirs} 条，这一次取了 ${taken} 条${notAccepted}。`, found };
}

async function takeOne(visit: Visit, { kind, id, theirRevision }: Difference): Promise<Taken> {
  const { taking, source, adapter } = visit;
  const { house } = taking;
  const refused = (says: string, title = ''): Taken => ({ refused: { id, title, says } });
  if (kind === 'surplus') {
    const gone = messageOf(goneNotice(id, civilDateAt(house.now())), theirRevision + 1);
    const done = await receive(house, source, gone);
    return isRefusal(done) ? refused(done.says) : 'taken';
  }
  const got = await patiently(() => adapter.copy(id, theirRevision));
  if ('sent' in got) return got.again ? { later: got } : refused(got.why);
  const { message } = got;
  if (!fits(SharedMessageSchema, message) || !isStorable(message) || message.item.id !== id)
    return refused('内容不符合接口的格式，没有收。请对照接口说明。');
  const { item } = message;
  const title = item.what === 'document' ? item.title : '';
  const files = item.what === 'document' ? [...item.files, ...item.pictures] : [];
  for (const file of files) {
    if (visit.isOver()) return 'outOfTime';
    const failed = await takeFile(visit, id, file);
    if (typeof failed === 'string') return refused(`${file.name}：${failed}`, title);
    if (failed) return { later: failed };
  }
  const done = await receive(house, source, message);
  if (!isRefusal(done)) return 'taken';
  // Closed meanwhile: nothing else would be taken in either.
  if (done.code === NOT_YOUR_SOURCE) return { later: { sent: false, why: done.says, again: true, down: true } };
  return refused(done.says, title);
}

/** @returns why it is not here: in words where another try changes nothing; undefined when it is here */
async function takeFile(
  { taking, source, adapter }: Visit,
  id: string,
  file: SharedFile,
): Promise<string | NotGot | undefined> {
  const { house, files } = taking;
  const { sha256, kind } = file;
  if (await holdsFile(house.db, source.id, sha256)) return undefined;
  const got = await patiently(() => adapter.file(id, file));
  if ('sent' in got) return got.again ? got : got.why;
  const refused = await receiveFile(house, files, source, { sha256, kind, content: got.content });
  return refused?.says;
}

/** A list of pages to its end, by id. */
async function allOf(
  page: (after: string) => Promise<{ readonly items: readonly Held[]; readonly next: string | null } | NotGot>,
): Promise<ReadonlyMap<string, Held> | NotGot> {
  const all = new Map<string, Held>();
  for (let [after, n] = ['', 0]; n < MOST_PAGES; n += 1) {
    const answer = await page(after);
    if ('sent' in answer) return answer;
    for (const one of answer.items) all.set(one.id, one);
    if (answer.next === null) return all;
    after = answer.next;
  }
  return { sent: false, why: '对方的清单没有尽头，没有取。', again: false };
}

async function patiently<Got extends object>(ask: () => Promise<Got | NotGot>): Promise<Got | NotGot> {
  for (let tried = 1; ; tried += 1) {
    const answer = await ask();
    if (tried >= TRIES || !('sent' in answer) || !answer.again || answer.down) return answer;
  }
}
