/** 经过的细目: what a fact says of itself, in the words of the tables, for the history on screen and in the archive. */
import { civilDateAt, inProse } from '../statute/civil-date.ts';
import { CONSULTED } from '../statute/reply-clock/consultations.ts';
import { GROUNDS, type GroundName, type Grounds } from './asks.ts';
import { SATISFACTION } from './decide/rate.ts';
import { CONTACT_WAYS } from './decide/record-contact.ts';
import { silenceSays } from './decide/silence.ts';
import { ARRIVALS, CARRIERS, type Dispatch, RECEIVERS } from './dispatch.ts';
import { DISSENT_GROUNDS, otherAddressee } from './dissent.ts';
import { FACT_TERMS, type FactOf, type FactType, type Opinion, type RequestFact } from './facts.ts';
import { countOf, jointOf, tariffOf } from './fees/notice-terms.ts';
import { REFUND_CAUSES } from './fees/payments.ts';
import { outcomeOf } from './outcomes.ts';
import { RECEIPT_RECORDS, type ReceiptRecordName, type ReceiptRecords } from './receipt-records.ts';
import { REVIEW_VERDICTS } from './refusal-review.ts';
import { partNumber } from './reply-parts.ts';
import { REPLY_CHAIN } from './reply-review.ts';
import { RETURN_REASONS } from './returned-mail.ts';
import { SERVICE_METHODS } from './service-methods.ts';
import { taskOf } from './tasks/task.ts';
import { judgementSays, type KeptJudgement } from './triage/judgement.ts';

export interface Particular {
  readonly term: string;
  readonly text: string;
}

export const OPINIONS: Readonly<Record<Opinion, string>> = {
  agrees: '同意公开',
  disagrees: '不同意公开',
  agreesInPart: '部分同意公开',
};

type Telling<T extends FactType> = (
  fact: FactOf<T>,
  facts: readonly RequestFact[],
) => readonly (readonly [string, string])[];

const why = (fact: { readonly why?: string }) => [['说明', fact.why ?? '']] as const;
/** [REQ-95] Silence that was none: the opinion had come within the period and was written down later. */
const refuted = ({ n, consultation, endedOn }: FactOf<'silenceConfirmed'>, facts: readonly RequestFact[]) => {
  const answer = facts.find(
    (fact) => fact.n > n && fact.type === 'answered' && fact.consultation === consultation && fact.on <= endedOn,
  );
  return answer ? `补记${answer.on}收到的意见，没有逾期，这一后果不再适用` : '';
};
const recorded = ({ records = {} }: { readonly records?: ReceiptRecords }) =>
  Object.entries(records).map(([name, said]) => [RECEIPT_RECORDS[name as ReceiptRecordName].term, said] as const);
const nothing = () => [];
const aboutTask = ({ task }: { readonly task: number }, facts: readonly RequestFact[]) =>
  [['协办机关', taskOf(facts, task)?.name ?? '']] as const;
const REMINDERS = { hand: '承办人催办', soon: '期限将到，系统提醒', late: '已经逾期，系统提醒' } as const;
const judged = (judgement: KeptJudgement | undefined) =>
  judgement ? [['研判', judgementSays(judgement)] as const] : [];
const carried = ({ method, carrier, tracking = '', receiver, arrival, evidence }: Dispatch) =>
  [
    ['送达方式', SERVICE_METHODS[method].term],
    ['邮件种类', carrier ? CARRIERS[carrier].term : ''],
    ['邮件号码', tracking],
    ['签收人', receiver ? RECEIVERS[receiver].term : ''],
    ['到达的系统', arrival ? ARRIVALS[arrival].term : ''],
    ['凭证', evidence],
  ] as const;
const grounded = (grounds: Grounds) =>
  Object.entries(grounds).map(([name, said]) => [GROUNDS[name as GroundName].term, said] as const);

const TELLINGS: { readonly [T in FactType]: Telling<T> } = {
  arrived: recorded,
  received: (fact) => [...recorded(fact), ...why(fact)],
  correctionAsked: ({ what, workdays }) => [
    ['需要补正', what],
    ['补正期限', `${workdays}个工作日`],
  ],
  corrected: (fact) => [['补正内容', fact.what], ...why(fact)],
  consulted: ({ whom, name, about }) => [
    [CONSULTED[whom].term, name],
    ['征求什么', about],
  ],
  paperReceived: ({ paper, receiver }, facts) => [
    ['文书', nameOfPaper(paper, facts)],
    ['签收人', receiver ? RECEIVERS[receiver].term : ''],
  ],
  paperReturned: ({ paper, reason, note }, facts) => [
    ['文书', nameOfPaper(paper, facts)],
    ['退回的原因', RETURN_REASONS[reason].term],
    ['说明', note],
  ],
  servedAgain: (fact, facts) => [['文书', nameOfPaper(fact.paper, facts)], ...carried(fact)],
  answered: (fact, facts) => [
    ['征求对象', askedIn(fact.consultation, facts)],
    ['意见', OPINIONS[fact.opinion]],
    ...why(fact),
  ],
  consultationWithdrawn: (fact, facts) => [['征求对象', askedIn(fact.consultation, facts)], ...why(fact)],
  dissentSettled: (fact, facts) => [
    ['第三方', askedIn(fact.consultation, facts)],
    ['处理', DISSENT_GROUNDS[fact.ground].term],
    ['决定公开的内容', fact.what],
    ['理由', fact.why],
    ['告知', fact.letters ? '已经签发，书面告知第三方' : ''],
  ],
  silenceNoted: ({ consultation }, facts) => [['征求对象', askedIn(consultation, facts)]],
  silenceConfirmed: (fact, facts) => [
    ['征求对象', askedIn(fact.consultation, facts)],
    ['后果', silenceSays(fact)],
    ['后来', refuted(fact, facts)],
  ],
  taskSent: ({ name, what, dueOn }) => [
    ['协办机关', name],
    ['协办事项', what],
    ['协办期限', dueOn],
  ],
  taskReceived: aboutTask,
  taskAnswered: (fact, facts) => [...aboutTask(fact, facts), ['回复', fact.text]],
  taskReturned: (fact, facts) => [...aboutTask(fact, facts), ...why(fact), ['新的期限', fact.dueOn]],
  taskAccepted: aboutTask,
  taskReminded: (fact, facts) => [...aboutTask(fact, facts), ['催办', REMINDERS[fact.stage]]],
  taskWithdrawn: (fact, facts) => [...aboutTask(fact, facts), ...why(fact)],
  taskHandedOver: ({ fromName, name, basis }) => [
    ['原协办机关', fromName],
    ['现协办机关', name],
    ['依据', basis],
  ],
  extended: (fact) => [['负责人同意', fact.consentedOn], ['延长', `${fact.workdays}个工作日`], ...why(fact)],
  reasonsAsked: why,
  delayed: (fact) => [['答复至迟', fact.to], ...why(fact)],
  feeNoticed: (fact) => [
    ['收费标准', tariffOf(fact)],
    ...countOf(fact).map(({ term, text }) => [term, text] as const),
    ['不按系统计数的理由', fact.deviation ?? ''],
    ['金额', `${fact.yuan}元`],
    ['合并告知', fact.joint ? jointOf(fact.joint) : ''],
    ['另一种标准', fact.otherYuan === undefined ? '' : `应收${fact.otherYuan}元，没有采用。${fact.choice ?? ''}`],
    ...why(fact),
  ],
  paid: ({ yuan, receipt = '', joint }) => [
    ['金额', `${yuan}元`],
    ['缴费票据号', receipt],
    ['一并缴纳', joint && joint.numbers.length > 1 ? `合计${joint.yuan}元：${joint.numbers.join('、')}` : ''],
    ['申请人的指明', joint?.named ?? ''],
  ],
  feeNoticeWithdrawn: why,
  refunded: ({ cause, yuan, receipt, number, pages, came, cameOn, note }) => [
    ['原因', REFUND_CAUSES[cause].term],
    ['金额', `${yuan}元`],
    ['到账', came === undefined || cameOn === undefined ? '' : `${inProse(cameOn)}到账${came}元`],
    ['所退款项的票据号', receipt],
    ['退付凭证号', number],
    ['实际提供', pages === undefined ? '' : `${pages}页`],
    ['说明', note],
  ],
  feeDisputed: ({ words }) => [['异议', words]],
  feeDisputeAnswered: ({ words }) => [['答复', words]],
  drafted: ({ outcome, grounds, judgement, text, parts = [], mainWhy = '', files = [] }) => [
    ['处理结果', outcomeOf(outcome).term],
    ...judged(judgement),
    ['另定主结果的理由', mainWhy],
    ...grounded(grounds),
    ...parts.flatMap(({ what, outcome, grounds, judgement }, i) => [
      [`分项${partNumber(i)}`, `${what}：${outcomeOf(outcome).term}`] as const,
      ...judged(judgement),
      ...grounded(grounds),
    ]),
    ['答复正文', text],
    ['提供的附件', files.length > 0 ? `${files.length}个` : ''],
    ['附件里查出的', files.flatMap(({ findings = [] }) => findings.map(({ says }) => says)).join('')],
  ],
  checked: (fact) => [['审核', REPLY_CHAIN.find(({ name }) => name === fact.step)!.term], ...why(fact)],
  reviewSkipped: why,
  findingCleared: ({ sha256, says, why }) => [
    ['查出的', says],
    ['可以提供的理由', why],
    ['附件的 SHA-256', sha256],
  ],
  draftReturned: why,
  signed: ({ replyNumber }) => [['文号', replyNumber]],
  served: (fact) => [...carried(fact), ['评估审查之日', fact.reviewOn ?? '']],
  noted: ({ text }) => [['备注', text]],
  contacted: ({ way, reached, result }) => [
    ['方式', CONTACT_WAYS[way]],
    ['结果', `${reached ? '联系上' : '没有联系上'}。${result}`],
  ],
  codeRenewed: ({ document }) => [['核对的证件', document]],
  rated: ({ score, words }) => [
    ['满意度', SATISFACTION[score - 1] ?? ''],
    ['说明', words],
  ],
  withdrawn: why,
  abandoned: why,
  archived: nothing,
  reopened: ({ caseNumber, result, replyBy, why }) => [
    ['案件', caseNumber],
    ['起因', result === null ? '自行纠正' : '责令重新答复'],
    ['文书定的最后一日', replyBy ?? ''],
    ['说明', why],
  ],
  refusalReviewed: ({ verdict, until, why }) => [
    ['结论', REVIEW_VERDICTS[verdict].term],
    ['下次评估', until ?? ''],
    ['理由', why],
  ],
  proactiveSuggested: why,
  proactiveDecided: ({ documentId, unread, why }) => [
    ['决定', documentId === null ? '不转为主动公开' : '转为主动公开，已经生成草稿'],
    ['没有带进草稿的附件', unread > 0 ? `${unread}个` : ''],
    ['理由', why],
  ],
  handedOver: ({ fromName, toName, since, basis }) => [
    ['移出机关', fromName],
    ['承继机关', toName],
    ['职能划转之日', since],
    ['依据', basis],
    ['期限', '收到申请之日和应答复日不变'],
  ],
};

/** What was left empty is not told. */
export function particularsOf(fact: RequestFact, facts: readonly RequestFact[]): Particular[] {
  const tell = TELLINGS[fact.type] as Telling<FactType>;
  // [REQ-93] Both days: when it happened, and when it was written down.
  const writtenOn = civilDateAt(new Date(fact.recordedAt));
  return [...tell(fact, facts), ['补记', writtenOn > fact.on ? `${inProse(writtenOn)}登记` : ''] as const]
    .filter(([, text]) => text !== '')
    .map(([term, text]) => ({ term, text }));
}

/** A paper as people call it: what it was, to whom, and when it went out. */
export function nameOfPaper(n: number, facts: readonly RequestFact[]): string {
  const sent = facts.find((fact) => fact.n === n);
  if (!sent) return '';
  const other = otherAddressee(sent, facts);
  const joint = sent.type === 'feeNoticed' && sent.joint ? `（合并告知${sent.joint.files.length}件）` : '';
  const to = other === undefined ? joint : `（${other}）`;
  return `${FACT_TERMS[sent.type]}${to}，${sent.on}`;
}

function askedIn(n: number, facts: readonly RequestFact[]): string {
  const asked = facts.find((fact) => fact.n === n);
  return asked?.type === 'consulted' ? asked.name : '';
}
