/**
 * 告知 [MSG-1, MSG-2, MSG-3]: who is told what of an application, by what has just been recorded. One more: a kind with its sentence and a line in
 * `TELLS`. A sentence names the 登记号 and the step; what was asked, by whom, and any code stay in the product.
 */
import { doerOf, personsIn } from '../people/hand.ts';
import type { Notice, NoticeKind, Recipient } from '../people/notice.ts';
import type { RoleName } from '../people/role.ts';
import type { Scene } from '../perform.ts';
import { type FactType, factsOf, lastOf, type RequestFact } from './facts.ts';
import type { InfoRequest } from './info-request.ts';
import { barredFrom, type ReplyStep, replyStep } from './reply-review.ts';
import { taskOf } from './tasks/task.ts';

const aboutFile = (term: string, says: (number: string) => string): NoticeKind => ({
  term,
  says: ({ number }) => says(`申请（${number}）`),
  opens: 'request',
});
const aboutTask = (term: string, says: (number: string) => string): NoticeKind => ({
  ...aboutFile(term, says),
  opens: 'task',
});

export const REQUEST_NOTICES = {
  arrived: aboutFile('收到新的申请', (file) => `${file}已经到达，请核对、办理。`),
  corrected: aboutFile('收到补正', (file) => `${file}收到补正，答复期限重新起算。`),
  feeDisputed: aboutFile('收到收费异议', (file) => `${file}的申请人对收费提出异议，请答复，或者撤回收费通知。`),
  mailReturned: aboutFile('文书被退回', (file) => `${file}寄出的文书被退回，没有送达，请核对地址，换一种方式再送。`),
  answered: aboutFile('收到意见', (file) => `${file}征求的意见已经收到。`),
  silent: aboutFile('意见期已满', (file) => `${file}征求意见的期限已满，请确认后果。`),
  legalAwaited: aboutFile('等待合法性审核', (file) => `${file}的答复稿等待合法性审核。`),
  secrecyAwaited: aboutFile('等待保密审查', (file) => `${file}的答复稿等待保密审查。`),
  signatureAwaited: aboutFile('等待签发', (file) => `${file}的答复稿等待签发。`),
  draftReturned: aboutFile('答复退回修改', (file) => `${file}的答复稿被退回，理由在案卷里，请修改后重新送审。`),
  taskSent: aboutTask('收到协办任务', (file) => `${file}请你机关协办，请接收并按期回复。`),
  taskReturned: aboutTask('协办退回补充', (file) => `${file}的协办回复被退回，请补充。`),
  taskReminded: aboutTask('催办协办', (file) => `${file}的协办尚未回复，请按期回复。`),
  taskAnswered: aboutFile('协办机关已回复', (file) => `${file}的协办已经回复，请确认。`),
  deputyActed: aboutFile('代理人办理了一步', (file) => `${file}由您的代理人以您的名义办理了一步，请打开案卷查看。`),
  proactiveSuggested: aboutFile('建议转为主动公开', (file) => `${file}的答复内容有人建议主动公开，请审核。`),
  due: {
    term: '到期提醒',
    says: ({
      overdue = 0,
      red = 0,
      yellow = 0,
      tasksLate = 0,
      tasksSoon = 0,
      reviewsLate = 0,
      reviewsSoon = 0,
      ...more
    }) =>
      `${[
        ...(overdue ? [`已经超期${overdue}件`] : []),
        ...(red ? [`2个工作日以内到期${red}件`] : []),
        ...(yellow ? [`5个工作日以内到期${yellow}件`] : []),
        ...(tasksLate ? [`协办逾期${tasksLate}件`] : []),
        ...(tasksSoon ? [`协办2个工作日以内到期${tasksSoon}件`] : []),
        ...(reviewsLate ? [`不予公开的评估审查逾期${reviewsLate}件`] : []),
        ...(reviewsSoon ? [`不予公开的评估审查30日以内到期${reviewsSoon}件`] : []),
        ...(more.correctionsLate ? [`更正申请逾期${more.correctionsLate}件`] : []),
        ...(more.correctionsSoon ? [`更正申请5个工作日以内到期${more.correctionsSoon}件`] : []),
      ].join('，')}，请打开待办逐件办理。`,
    opens: 'inbox',
  },
  unsent: {
    term: '消息没有发出',
    says: ({ dead = 0, stalled = 0 }) =>
      `${[...(stalled ? ['一个小时以上没有发出一条消息'] : []), ...(dead ? [`有${dead}条没有发出`] : [])].join('，')}，请打开发件箱处理。`,
    opens: 'outbox',
  },
  /** [FIL-19] Of a file that was taken in while nobody could scan it; `number` is empty where it belongs to no application. */
  fileInfected: {
    term: '附件查出病毒',
    says: ({ number }) =>
      number
        ? `${number}的一个附件补查出病毒，已经隔离，请联系提交的人重新提交。`
        : '有一个上传的文件补查出病毒，已经隔离，打不开了，请上传的人杀毒以后重新上传。',
    opens: 'request',
  },
  /** [MSG-3] The same for whatever has happened. */
  progress: {
    term: '申请有新进展',
    says: ({ number }) => `您的申请（${number}）有新进展，请凭查询号和查询码查看。`,
    opens: null,
  },
} as const satisfies Record<string, NoticeKind>;

export type RequestNoticeName = keyof typeof REQUEST_NOTICES;

/** What officers are told: what each may choose to have sent to him. */
export const OFFICER_NOTICES = (Object.keys(REQUEST_NOTICES) as RequestNoticeName[]).filter(
  (name) => name !== 'progress',
);

const HEARD_BY: Readonly<Record<Exclude<RequestNoticeName, 'progress'>, readonly RoleName[]>> = {
  arrived: ['handler'],
  corrected: ['handler'],
  feeDisputed: ['handler'],
  mailReturned: ['handler'],
  answered: ['handler'],
  silent: ['handler'],
  legalAwaited: ['legal'],
  secrecyAwaited: ['secrecyReviewer'],
  signatureAwaited: ['signatory'],
  draftReturned: ['handler'],
  taskSent: ['liaison'],
  taskReturned: ['liaison'],
  taskReminded: ['liaison'],
  taskAnswered: ['handler'],
  deputyActed: ['handler', 'officeHead', 'legal', 'secrecyReviewer', 'signatory', 'liaison'],
  proactiveSuggested: ['handler', 'officeHead'],
  due: ['handler', 'officeHead', 'liaison'],
  unsent: ['systemAdmin'],
  fileInfected: ['handler', 'systemAdmin'],
};

/** Whether an officer with these roles is ever told of it. */
export function isHeardBy(kind: string, roles: readonly string[]): boolean {
  const heard = Object.hasOwn(HEARD_BY, kind) ? HEARD_BY[kind as keyof typeof HEARD_BY] : [];
  return heard.some((role) => roles.includes(role));
}

interface Told {
  readonly request: InfoRequest;
  readonly facts: readonly RequestFact[];
  readonly fact: RequestFact;
  /** Whoever acted knows it already. */
  readonly actorId: string;
}

interface Telling {
  readonly kind: RequestNoticeName;
  readonly to: Recipient;
  readonly subject?: string;
}

const HANDLERS: readonly RoleName[] = ['handler'];

const toHandlers =
  (kind: RequestNoticeName) =>
  ({ request: { agencyId }, actorId }: Told): Telling[] => [
    { kind, to: { kind: 'roles', roles: HANDLERS, agencyId, except: [doerOf(actorId)] } },
  ];
const toApplicant = ({ request: { id } }: Told): Telling[] => [
  { kind: 'progress', to: { kind: 'applicant', requestId: id } },
];
const toAsked =
  (kind: 'taskSent' | 'taskReturned' | 'taskReminded') =>
  ({ request, facts, fact, actorId }: Told): Telling[] => {
    const n = 'task' in fact ? fact.task : fact.n;
    const task = taskOf(facts, n);
    const to = (agencyId: string): Recipient => ({
      kind: 'roles',
      roles: ['liaison'],
      agencyId,
      except: [doerOf(actorId)],
    });
    return task ? [{ kind, to: to(task.to), subject: `${request.id}/${n}` }] : [];
  };

const AWAITED: Readonly<Record<ReplyStep, { readonly kind: RequestNoticeName; readonly role: RoleName }>> = {
  legal: { kind: 'legalAwaited', role: 'legal' },
  secrecy: { kind: 'secrecyAwaited', role: 'secrecyReviewer' },
  signature: { kind: 'signatureAwaited', role: 'signatory' },
};

/** Those who may take the step the draft waits for: four eyes bind the notice, too. */
function toReviewers({ request: { agencyId }, facts, actorId }: Told): Telling[] {
  const { kind, role } = AWAITED[replyStep(facts)];
  const except = [...new Set([...barredFrom(facts), doerOf(actorId)])];
  return [{ kind, to: { kind: 'roles', roles: [role], agencyId, except } }];
}

const TELLS: Readonly<Partial<Record<FactType, (told: Told) => readonly Telling[]>>> = {
  arrived: toHandlers('arrived'),
  received: (told) => [...(told.fact.n === 1 ? toHandlers('arrived')(told) : []), ...toApplicant(told)],
  correctionAsked: toApplicant,
  corrected: toHandlers('corrected'),
  paperReturned: toHandlers('mailReturned'),
  answered: toHandlers('answered'),
  silenceNoted: toHandlers('silent'),
  taskSent: toAsked('taskSent'),
  taskReturned: toAsked('taskReturned'),
  // [MSG-14] What the product reminds of by itself stands in the digest of the day.
  taskReminded: (told) => ('stage' in told.fact && told.fact.stage === 'hand' ? toAsked('taskReminded')(told) : []),
  taskAnswered: toHandlers('taskAnswered'),
  extended: toApplicant,
  feeNoticed: toApplicant,
  feeNoticeWithdrawn: toApplicant,
  refunded: toApplicant,
  feeDisputed: toHandlers('feeDisputed'),
  feeDisputeAnswered: toApplicant,
  drafted: toReviewers,
  checked: toReviewers,
  reviewSkipped: toReviewers,
  draftReturned: ({ facts, actorId }) => {
    // Of a deputy's draft the principal is told, too: he may be back before it is written anew.
    const drafters = personsIn(lastOf(facts, 'drafted')?.by ?? actorId).filter((id) => id !== doerOf(actorId));
    return drafters.map((officerId) => ({ kind: 'draftReturned', to: { kind: 'officer', officerId } }));
  },
  served: toApplicant,
  // [REQ-118] Who was refused hears that it may be disclosed now.
  refusalReviewed: (told) =>
    told.fact.type === 'refusalReviewed' && told.fact.verdict === 'offer' ? toApplicant(told) : [],
  proactiveSuggested: ({ request: { agencyId }, actorId }) => [
    {
      kind: 'proactiveSuggested',
      to: { kind: 'roles', roles: ['handler', 'officeHead'], agencyId, except: [doerOf(actorId)] },
    },
  ],
  // [REQ-111] Who suggested it hears that it was decided.
  proactiveDecided: (told) =>
    factsOf(told.facts, 'proactiveSuggested').some(({ by }) => by === 'public') ? toApplicant(told) : [],
};

/** @param added the facts an act has added, the last of `facts` */
export function noticesOf(
  request: InfoRequest,
  facts: readonly RequestFact[],
  added: readonly RequestFact[],
  { actor }: Pick<Scene, 'actor'>,
): Notice[] {
  const { agencyId, number } = request;
  const told = added.flatMap((fact) => TELLS[fact.type]?.({ request, facts, fact, actorId: actor.id }) ?? []);
  return [...told, ...toPrincipal(added)].map(({ kind, to, subject = request.id }) => ({
    ...{ kind, subject, agencyId, to, particulars: { number } },
  }));
}

/** 被代理人 [SEC-37]: what was done in his name he hears of, once an act, whatever it was. */
function toPrincipal(added: readonly RequestFact[]): Telling[] {
  const principals = added.flatMap(({ by }) => personsIn(by).slice(1));
  return [...new Set(principals)].map((officerId) => ({ kind: 'deputyActed', to: { kind: 'officer', officerId } }));
}
