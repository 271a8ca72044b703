/** Plays applications through the pure rules of `requests/`, as the staircase would, without a database. */
import type { Actor } from '../../src/people/actor.ts';
import { PUBLIC } from '../../src/people/actor.ts';
import type { FileCommand, FileVerb } from '../../src/requests/commands.ts';
import { dueOf } from '../../src/requests/deadlines.ts';
import { decide } from '../../src/requests/decide/decide.ts';
import type { Register } from '../../src/requests/decide/register.ts';
import type { ProvidedFile } from '../../src/requests/facts.ts';
import type { PlaceInMonth } from '../../src/requests/fees/place-in-month.ts';
import type { ReleasedFile } from '../../src/requests/file-findings.ts';
import type { RequestFile } from '../../src/requests/info-request.ts';
import { SERIES, type SeriesName } from '../../src/requests/numbers.ts';
import { permitAct } from '../../src/requests/permissions.ts';
import { type CivilDate, civil } from '../../src/statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../src/statute/refusal.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { officerOf, sceneOn } from './scene.ts';

export const HANDLER = officerOf('county', 'handler');
export const HEAD = officerOf('county', 'officeHead');
export const LEGAL = officerOf('county', 'legal');
export const SECRECY = officerOf('county', 'secrecyReviewer');
export const SIGNATORY = officerOf('county', 'signatory');

export const REGISTER: Register = {
  verb: 'register',
  agencyId: 'county',
  on: civil('2026-03-02'),
  channel: 'counter',
  applicantKind: 'natural',
  applicant: {
    name: '张小满',
    identity: '居民身份证 110101199001011237',
    phone: '13800000000',
    email: '',
    address: '示范县民主路1号',
    representative: '',
  },
  wanted: '民主路改造工程的批准文件',
  formWanted: 'paperByPost',
  codeDigest: 'digest-of-code',
  records: {
    trackingNumber: 'XA12345678951',
    signedBy: '收发室',
    signature: '读给申请人听后签名',
    announcement: '公开指南第三部分',
    course: '业务科室当日转来',
  },
};

/** 发文机关 of the letters, and the numbers they would get. */
export const LETTER_DESK = {
  office: {
    name: '示范县人民政府',
    kind: 'county',
    contact: { office: '政务公开股', phone: '0000-1234567' },
    county: '示范县人民政府',
    particulars: { reviewBody: '示范市人民政府', onlineReview: 'https://fuyi.example.gov.cn' },
    wordings: {},
  },
  numbers: Object.fromEntries(
    Object.entries(SERIES).map(([name, { word }]) => [name, `示政${word}〔2026〕1号`]),
  ) as Readonly<Record<SeriesName, string>>,
} as const;

/** 可以请其协办的机关. */
export const AGENCIES = [
  { id: 'county', name: '示范县人民政府' },
  { id: 'finance', name: '示范县财政局' },
] as const;

interface Circumstances {
  readonly as?: Actor;
  readonly today?: string;
  /** 提供的信息 that lies in the file. */
  readonly released?: readonly (ProvidedFile & Partial<ReleasedFile>)[];
  /** 当月第几件 as the store counts; null where it cannot. */
  readonly counted?: PlaceInMonth | null;
  /** 合并告知: the other files of its notice. */
  readonly jointly?: readonly RequestFile[];
}

const scene = (on: CivilDate, { as = HANDLER, today = on }: Circumstances) => sceneOn(today, as, builtInCalendar);

export function tryRegister(change: Partial<Register> = {}, circumstances: Circumstances = {}): RequestFile | Refusal {
  const command = { ...REGISTER, ...change };
  const loaded = { ...LETTER_DESK, file: null, nextNumber: '示政公开申〔2026〕1号', queryNumber: '2026000001' };
  const decision = decide(loaded, command, scene(command.on, circumstances));
  return isRefusal(decision) ? decision : decision.next;
}

/** A file received at the counter on a day. */
export function received(on: string): RequestFile {
  return unlessRefused(tryRegister({ on: civil(on) }));
}

const FIRST_OF_MONTH: PlaceInMonth = { place: 1, before: [], after: [], leftOut: [] };

/** 当月第 n 件: as many before it, each of them counted once. */
export function nthOfMonth(n: number): PlaceInMonth {
  const before = Array.from({ length: n - 1 }, (_, i) => ({
    id: `earlier-${i + 1}`,
    number: `示政公开申〔2025〕${i + 1}号`,
    receivedOn: civil('2025-09-01'),
    units: 1,
  }));
  return { ...FIRST_OF_MONTH, place: n, before };
}

type Particulars<V extends FileVerb> = Omit<Extract<FileCommand, { verb: V }>, 'verb' | 'on' | 'requestId'>;

/** One act on a day, today unless `today` says that it is recorded later. */
export function tryAct<V extends FileVerb>(
  file: RequestFile,
  on: string,
  verb: V,
  particulars: Particulars<V>,
  circumstances: Circumstances = {},
): RequestFile | Refusal {
  const command = {
    verb,
    on: on as CivilDate,
    requestId: file.request.id,
    codeDigest: file.codeDigest,
    ...particulars,
  } as unknown as FileCommand;
  const permission = permitAct(circumstances.as ?? HANDLER, verb, file, command);
  if (!permission.allowed) return permission.refusal;
  const { released = [], counted = FIRST_OF_MONTH, jointly = [] } = circumstances;
  const lying = released.map((one) => ({
    addedBy: HANDLER.id,
    ...one,
    findings: one.findings ?? [],
  })) as ReleasedFile[];
  const loaded = { ...LETTER_DESK, file, released: lying, agencies: AGENCIES, placeInMonth: counted, jointly };
  const decision = decide(loaded, command, scene(command.on, circumstances));
  return isRefusal(decision) ? decision : decision.next;
}

export function act<V extends FileVerb>(...args: Parameters<typeof tryAct<V>>): RequestFile {
  return unlessRefused(tryAct(...args));
}

function unlessRefused(result: RequestFile | Refusal): RequestFile {
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.says}`);
  return result;
}

/** 应答复日, as the ladder of the file ends. */
export const dueOn = (file: RequestFile): CivilDate | null => dueOf(file, file.facts.at(-1)!.on, builtInCalendar);

/** Number of the last fact: the paper that has just gone out. */
export const lastNumber = (file: RequestFile): number => file.facts.length;

export const DRAFT = { outcome: 'granted', grounds: { provision: '批准文件复印件一份，邮寄' }, text: '予以公开。' };

/** 合法性审核和保密审查 on a day. */
export function passed(file: RequestFile, on: string): RequestFile {
  const checked = act(file, on, 'legalCheck', { why: '' }, { as: LEGAL });
  return act(checked, on, 'secrecyCheck', { why: '' }, { as: SECRECY });
}

/** Drafted, signed on a day: ready to be served. */
export function signed(file: RequestFile, on: string, draft: Particulars<'draftReply'> = DRAFT): RequestFile {
  return act(passed(act(file, on, 'draftReply', draft), on), on, 'sign', {}, { as: SIGNATORY });
}

export const ONLINE = { as: PUBLIC };
