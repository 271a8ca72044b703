/** An office with its people and a clock that tests set: for tests of 依申请公开 against a database. */
import { type Actor, PUBLIC } from '../../src/people/actor.ts';
import { addAgency } from '../../src/people/store.ts';
import { type House, perform } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { keyRing } from '../../src/platform/key-file.ts';
import type { FileCommand, FileVerb } from '../../src/requests/commands.ts';
import type { DraftReply } from '../../src/requests/decide/draft-reply.ts';
import type { Register } from '../../src/requests/decide/register.ts';
import type { RequestFile } from '../../src/requests/info-request.ts';
import type { RecordRemedy, Remedy, RemedyCommand } from '../../src/requests/remedies/remedy.ts';
import { setAgencyMark } from '../../src/requests/store/numbers.ts';
import { remedyStairs } from '../../src/requests/store/remedies.ts';
import { requestStairs } from '../../src/requests/store/stairs.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../src/statute/refusal.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { DRAFT, REGISTER } from './request-play.ts';
import { officerOf } from './scene.ts';

export const KEYS = keyRing([
  { id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') },
]);

type Particulars<V extends FileVerb> = Omit<Extract<FileCommand, { verb: V }>, 'verb' | 'on' | 'requestId'>;

/** Agencies `county` (机关代字 示政) and `town` (without one), and one officer of each role for both. */
export async function requestDesk(db: Db) {
  await db.transaction().execute(async (tx) => {
    for (const [id, name] of [
      ['county', '示范县人民政府'],
      ['town', '河东镇人民政府'],
    ] as const)
      await addAgency(tx, { id, parentId: null, name, kind: 'county', creditCode: null, contact: {} });
    await setAgencyMark(tx, 'county', '示政');
  });
  const person = (role: 'handler' | 'officeHead' | 'signatory' | 'legal' | 'secrecyReviewer'): Actor => ({
    ...(officerOf('county', role) as Extract<Actor, { kind: 'officer' }>),
    reach: { [role]: ['county', 'town'] },
  });
  const people = {
    handler: person('handler'),
    officeHead: person('officeHead'),
    signatory: person('signatory'),
    legal: person('legal'),
    secrecyReviewer: person('secrecyReviewer'),
    applicant: PUBLIC,
  };
  let today = civil('2026-06-30');
  let made = 0;
  const house: House = {
    db,
    now: () => new Date(`${today}T02:00:00Z`),
    newId: () => {
      made += 1;
      return `r${String(made).padStart(6, '0')}`;
    },
    calendar: () => builtInCalendar,
  };
  type Who = keyof typeof people;
  const stairs = requestStairs(KEYS);

  const tryRegister = (change: Partial<Register> = {}, who: Who = 'handler'): Promise<RequestFile | Refusal> =>
    perform(house, stairs, people[who], { ...REGISTER, ...change });
  const tryAct = <V extends FileVerb>(
    requestId: string,
    on: string,
    verb: V,
    particulars: Particulars<V>,
    who: Who = 'handler',
  ): Promise<RequestFile | Refusal> =>
    perform(house, stairs, people[who], { verb, requestId, on: civil(on), ...particulars } as unknown as FileCommand);
  const act = async <V extends FileVerb>(...args: Parameters<typeof tryAct<V>>) => unlessRefused(await tryAct(...args));
  /** 合法性审核和保密审查. */
  const pass = async (id: string, on: string) => {
    await act(id, on, 'legalCheck', { why: '' }, 'legal');
    return act(id, on, 'secrecyCheck', { why: '' }, 'secrecyReviewer');
  };
  const tryRemedy = (command: RemedyCommand): Promise<Remedy | Refusal> =>
    perform(house, remedyStairs, people.legal, command);

  return {
    house,
    people,
    stairs,
    /** It is ten in the morning of this day until another is set. */
    on: (day: string) => {
      today = civil(day);
    },
    tryRegister,
    register: async (change: Partial<Register> = {}) => unlessRefused(await tryRegister(change)),
    tryAct,
    act,
    pass,
    /** Drafted, signed and handed over on one day. */
    async reply(id: string, on: string, draft: Omit<DraftReply, 'verb' | 'on' | 'requestId'> = DRAFT) {
      await act(id, on, 'draftReply', draft);
      await pass(id, on);
      await act(id, on, 'sign', {}, 'signatory');
      return act(id, on, 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
    },
    tryRemedy,
    remedy: async (change: Partial<RecordRemedy>) =>
      unlessRefused(
        await tryRemedy({
          verb: 'recordRemedy',
          agencyId: 'county',
          requestId: null,
          kind: 'review',
          caseNumber: '1号',
          body: '示范市人民政府',
          filedOn: civil('2026-05-06'),
          ...change,
        }),
      ),
  };
}

function unlessRefused<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.says}`);
  return result;
}
