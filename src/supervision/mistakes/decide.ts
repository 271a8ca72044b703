/** 找错留言的动作 [SUP-64…SUP-67]: reported by anybody, put on a ticket, answered. Pure. */
import type { AgencyId } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { TICKET_ROLES } from '../permissions.ts';
import { type Known, keyOf, type Reconciled, reconcile } from '../reconcile.ts';
import { hostsOf, type WatchedSite } from '../site.ts';
import { LONGEST_MISTAKE, type MistakeReport, type MistakeVerdict } from './mistake.ts';

export interface ReportMistake {
  readonly verb: 'report';
  readonly agencyId: AgencyId;
  readonly page: string;
  readonly wrong: string;
  readonly says: string;
  readonly contact: string;
  readonly codeDigest: string;
  readonly formHash: string;
  readonly code: string;
}

export type MistakeAct =
  | { readonly verb: 'openTicket'; readonly mistakeId: string; readonly wrong: string }
  | { readonly verb: 'answer'; readonly mistakeId: string; readonly verdict: MistakeVerdict; readonly says: string };

export type MistakeCommand = ReportMistake | MistakeAct;

export const MISTAKE_VERBS = { openTicket: { term: '开整改单' }, answer: { term: '答复' } } as const;
export type MistakeVerb = keyof typeof MISTAKE_VERBS;

export const MISTAKE_BASIS = '国办秘函〔2019〕19号（“我为政府网站找错”）';

export interface LoadedMistake {
  readonly report: MistakeReport | null;
  readonly queryNumber?: string;
  /** The watched site the page belongs to, with what is known of it. */
  readonly site?: Known & { readonly site: WatchedSite };
  /** Whether what was put on the ticket is still to be mended. */
  readonly findingOpen?: boolean;
}

export interface ChangedMistake {
  readonly report: MistakeReport;
  readonly reported?: ReportMistake;
  readonly reconciled?: Reconciled;
}

export function decideMistake(
  loaded: LoadedMistake,
  command: MistakeCommand,
  scene: Scene,
): Decision<ChangedMistake> | Refusal {
  if (command.verb === 'report') return report(loaded, command, scene);
  const known = loaded.report!;
  if (known.state === 'answered')
    return refuse('ALREADY_ANSWERED', MISTAKE_BASIS, '这条留言已经答复，不能再改。又有问题的，会是另一条留言。');
  return command.verb === 'openTicket'
    ? openTicket(known, command.wrong.trim(), loaded.site, scene)
    : answer(known, command, loaded.findingOpen === true, scene);
}

function report(
  { queryNumber }: LoadedMistake,
  command: ReportMistake,
  { today, newId }: Scene,
): Decision<ChangedMistake> | Refusal {
  const { agencyId } = command;
  const [page, wrong, says] = [command.page.trim(), command.wrong.trim(), command.says.trim()];
  if (says === '') return refuse('SAYS_MISSING', MISTAKE_BASIS, '没有写哪里错了，请写明。');
  if (page.length > LONGEST_MISTAKE.page || wrong.length > LONGEST_MISTAKE.wrong || says.length > LONGEST_MISTAKE.says)
    return refuse('TOO_LONG', MISTAKE_BASIS, '写得太长，请删减。');
  const next: MistakeReport = {
    ...{ id: newId(), agencyId, queryNumber: queryNumber!, page, wrong, says, receivedOn: today, state: 'received' },
    ...{ ticketId: null, findingId: null, verdict: null, answer: '', answeredOn: null, answeredBy: null },
  };
  const roles = TICKET_ROLES.reportFixed;
  const notice: Notice = {
    ...{ kind: 'mistakeReported', subject: next.id, agencyId, particulars: { number: next.queryNumber } },
    to: { kind: 'roles', roles, agencyId, except: [] },
  };
  return {
    next: { report: next, reported: command },
    entry: {
      verb: 'mistakeReported',
      subject: next.id,
      agencyId,
      basis: MISTAKE_BASIS,
      content: { page, wrong, says },
    },
    notices: [notice],
  };
}

/** 开整改单 [SUP-66]: the very words as they stand on the page, so that the machine can look whether they are gone. */
function openTicket(
  known: MistakeReport,
  wrong: string,
  site: LoadedMistake['site'],
  { today, calendar, newId }: Scene,
): Decision<ChangedMistake> | Refusal {
  if (known.ticketId) return refuse('HAS_TICKET', MISTAKE_BASIS, '这条留言已经开了整改单，请在整改单上办理。');
  if (!site)
    return refuse(
      'NOT_WATCHED',
      MISTAKE_BASIS,
      '这个网址不在监测的站点里，系统不能复查。请直接改正后答复，或者先请负责人登记站点。',
    );
  if (wrong === '')
    return refuse(
      'WRONG_MISSING',
      MISTAKE_BASIS,
      '请照抄页面上错误的文字，改正以后系统按它复查；不是文字错误的，改正后直接答复。',
    );
  const mark = {
    kind: 'reported',
    url: known.page,
    detail: wrong,
    says: known.says.slice(0, 200),
    sources: [],
  } as const;
  // Of everything else on the site this says nothing.
  const notLooked = new Set(site.findings.map(({ url }) => url));
  const reconciled = reconcile(site, { marks: [mark], notLooked }, today, calendar, newId);
  const finding = reconciled.findings.find((one) => keyOf(one) === keyOf(mark))!;
  const next: MistakeReport = { ...known, state: 'inHand', ticketId: finding.ticketId, findingId: finding.id };
  return {
    next: { report: next, reconciled },
    entry: {
      ...{ verb: 'mistakeTicketed', subject: known.id, agencyId: known.agencyId, basis: MISTAKE_BASIS },
      content: { ticketId: finding.ticketId, wrong },
    },
  };
}

function answer(
  known: MistakeReport,
  { verdict, says }: Extract<MistakeAct, { verb: 'answer' }>,
  findingOpen: boolean,
  { actor, today }: Scene,
): Decision<ChangedMistake> | Refusal {
  const text = says.trim();
  if (text === '') return refuse('SAYS_MISSING', MISTAKE_BASIS, '请写明核实的情况；不是本网站的，写明应当向哪里反映。');
  if (text.length > LONGEST_MISTAKE.answer) return refuse('TOO_LONG', MISTAKE_BASIS, '写得太长，请删减。');
  if (verdict === 'mended' && findingOpen)
    return refuse('STILL_OPEN', MISTAKE_BASIS, '整改单还没有销号，不能答复已经改正。请改正并报告，系统复查后再答复。');
  const to = { kind: 'writer', of: 'mistake', id: known.id } as const;
  const change = { state: 'answered', verdict, answer: text, answeredOn: today, answeredBy: actor.id } as const;
  return {
    next: { report: { ...known, ...change } },
    entry: {
      ...{ verb: 'mistakeAnswered', subject: known.id, agencyId: known.agencyId, basis: MISTAKE_BASIS },
      content: { verdict, text },
    },
    // Whether he left a way to be reached is not known until it is sent.
    notices: [
      {
        ...{ kind: 'mistakeAnswered', subject: known.id, agencyId: known.agencyId, to },
        particulars: { day: inProse(known.receivedOn) },
      },
    ],
  };
}

/** The watched site a page belongs to, by its host; undefined for a page that is no address. */
export function siteOfPage(page: string, sites: readonly WatchedSite[]): WatchedSite | undefined {
  if (!URL.canParse(page)) return undefined;
  const { host } = new URL(page);
  return sites.find((site) => hostsOf(site).has(host));
}
