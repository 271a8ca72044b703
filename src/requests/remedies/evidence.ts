/**
 * 证据材料 [REM-17, REM-18] (《行政复议法》第四十四条、第四十八条，《行政诉讼法》第三十四条、第六十七条): what goes to whoever hears a case, in which order, what
 * each piece proves. What is ours alone (notes, drafts, opinions of reviewers, 协办) does not go. Third parties stand as “第三方1” in
 * everything the other side may read; what names them lies apart, marked as not to be read (《行政复议法》第四十七条，《行政诉讼法》第四十三条).
 */

import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import type { Paper, PaperBlock, PaperTable } from '../../statute/paper.ts';
import { CHANNELS } from '../../statute/receipt.ts';
import type { VolumeItem } from '../archive-volume.ts';
import { FACT_TERMS, type FactType, factsOf, lastOf, type RequestFact } from '../facts.ts';
import type { Applicant, InfoRequest } from '../info-request.ts';
import { inFull } from '../letters/fields.ts';
import { type LetterKindName, letterKind } from '../letters/kinds.ts';
import { outcomeOf } from '../outcomes.ts';
import { particularsOf } from '../particulars.ts';
import { partsOf } from '../reply-parts.ts';
import type { FilePurposeName } from '../request-files.ts';
import { repliesOut } from '../standing.ts';
import type { Remedy } from './remedy.ts';

export interface Exhibit {
  /** 证明目的. */
  readonly proves: string;
  /** It names third parties: given apart. */
  readonly sealed?: true;
}

/** Letters as evidence; null for what is ours alone. */
export const LETTER_EXHIBITS: Readonly<Record<LetterKindName, Exhibit | null>> = {
  receipt: { proves: '收到申请的日期和登记情况' },
  correction: { proves: '依法一次性告知补正' },
  reasons: { proves: '依法要求说明理由' },
  delay: { proves: '依法确定并告知延迟答复的期限' },
  extension: { proves: '经负责人同意并在期限内告知延长' },
  consultThirdParty: { proves: '书面征求第三方意见', sealed: true },
  thirdPartyNotice: { proves: '已将决定公开的内容和理由书面告知第三方', sealed: true },
  consultCoProducer: { proves: '书面征求共同制作机关意见' },
  consultAgency: { proves: '书面征求其他机关意见' },
  coWork: null,
  consultationNotice: { proves: '告知申请人征求意见的时间不计入期限' },
  fee: { proves: '收费的依据、标准和数额' },
  jointFee: { proves: '收费的依据、标准和数额，以及一并告知的各件申请' },
  granted: { proves: '作出答复的内容、理由和依据' },
  partlyGranted: { proves: '作出答复的内容、理由和依据' },
  administrativeQuery: { proves: '作出答复的内容、理由和依据' },
  refused: { proves: '作出答复的内容、理由和依据' },
  unavailable: { proves: '作出答复的内容、理由和依据' },
  notProcessed: { proves: '作出答复的内容、理由和依据' },
  otherDisposal: { proves: '告知不再处理的事实和依据' },
  serviceRecord: { proves: '答复已经送达和送达的日期' },
};

/** Attachments as evidence; null for what is ours alone. */
export const FILE_EXHIBITS: Readonly<Record<FilePurposeName, Exhibit | null>> = {
  application: { proves: '申请人提出的申请' },
  identityProof: { proves: '申请人的身份' },
  mandate: { proves: '代理人有权代为申请' },
  signature: { proves: '口头申请由申请人确认' },
  correction: { proves: '申请人补正的内容' },
  opinion: { proves: '被征求意见的一方的意见', sealed: true },
  task: null,
  released: { proves: '向申请人提供的信息' },
  evidence: { proves: '送达和办理的日期' },
};

/** 对外的步骤: what the agency did towards others and what came in from them. */
const OUTWARD: readonly FactType[] = [
  'arrived',
  'received',
  'correctionAsked',
  'corrected',
  'consulted',
  'paperReceived',
  'paperReturned',
  'servedAgain',
  'answered',
  'consultationWithdrawn',
  'silenceConfirmed',
  'dissentSettled',
  'extended',
  'reasonsAsked',
  'delayed',
  'feeNoticed',
  'paid',
  'feeNoticeWithdrawn',
  'refunded',
  'feeDisputed',
  'feeDisputeAnswered',
  'signed',
  'served',
  'withdrawn',
  'abandoned',
];

/** [REM-18] The same facts with third parties by number, and without what they said. */
export function withoutThirdParties(facts: readonly RequestFact[]): RequestFact[] {
  const asked = factsOf(facts, 'consulted').filter(({ whom }) => whom === 'third-party');
  const aliases = [...new Set(asked.map(({ name }) => name))];
  const numbers = new Set(asked.map(({ n }) => n));
  return facts.map((fact) => {
    if (fact.type === 'consulted' && numbers.has(fact.n))
      return { ...fact, name: `第三方${aliases.indexOf(fact.name) + 1}` };
    const about = (fact.type === 'answered' || fact.type === 'dissentSettled') && numbers.has(fact.consultation);
    return about ? { ...fact, why: '' } : fact;
  });
}

/** One line of 证据目录. */
export type ListedExhibit = Exhibit & VolumeItem;

export function evidenceList(
  { caseNumber, body }: Pick<Remedy, 'caseNumber' | 'body'>,
  { number }: Pick<InfoRequest, 'number'>,
  agency: string,
  on: CivilDate,
  exhibits: readonly ListedExhibit[],
): Paper {
  const head = ['编号', '证据名称', '文号', '来源', '日期', '证明目的', '文件'];
  const rows = exhibits.map(({ title, number: reference, by, on: day, proves, sealed, name }, i) => [
    String(i + 1),
    sealed ? `${title}（不供查阅）` : title,
    reference,
    by,
    day,
    proves,
    name,
  ]);
  const sealed = exhibits.some((one) => one.sealed);
  return {
    title: '证据目录',
    blocks: [
      { kind: 'paragraph', text: `案号：${caseNumber}` },
      { kind: 'paragraph', text: `提交至：${body}` },
      { kind: 'paragraph', text: `所涉申请：${number}` },
      table('证据目录', head, rows),
      { kind: 'paragraph', text: '各文件的校验值见 SHA256SUMS、SM3SUMS。' },
      ...(sealed
        ? [
            {
              kind: 'paragraph',
              text: '标明“不供查阅”的材料写有第三方的姓名或者名称和意见，涉及商业秘密或者个人隐私，请不供申请人、原告查阅，不在公开审理时出示（《中华人民共和国行政复议法》第四十七条、《中华人民共和国行政诉讼法》第四十三条）。其余材料中的第三方以编号代替。',
            } as const,
          ]
        : []),
      { kind: 'closing', issuer: agency, date: inProse(on) },
    ],
  };
}

/** 申请情况: who asked what of whom and when, as it was registered. @param applicant undefined once identity was erased */
export function applicationPaper(request: InfoRequest, applicant: Pick<Applicant, 'name'> | undefined): Paper {
  return {
    title: '政府信息公开申请登记情况',
    blocks: [
      ...lines([
        ['登记号', request.number],
        ['申请人', applicant?.name ?? '（身份信息已经依法删除）'],
        ['申请方式', CHANNELS[request.channel].term],
        ['到达日期', inProse(request.arrivedOn)],
        ['收到申请之日', request.receivedOn ? inProse(request.receivedOn) : '没有确认收到'],
        ['所需信息', request.wanted],
      ]),
    ],
  };
}

/** 办理的法定步骤 in their order, for the other side to read: what is ours alone is not among them. */
export function proceedingsPaper({ number }: InfoRequest, facts: readonly RequestFact[]): Paper {
  const shown = withoutThirdParties(facts);
  const out = repliesOut(facts);
  const steps = shown.filter(({ type, n }) => OUTWARD.includes(type) && (type !== 'signed' || out.has(n)));
  return {
    title: '办理经过',
    blocks: [
      { kind: 'paragraph', text: `登记号：${number}` },
      ...steps.flatMap((fact): PaperBlock[] => [
        { kind: 'heading', level: 2, text: `${inProse(fact.on)}　${FACT_TERMS[fact.type]}` },
        ...particularsOf(fact, shown).map(
          ({ term, text }) => ({ kind: 'paragraph', text: `${term}：${text}` }) as const,
        ),
      ]),
    ],
  };
}

/** 依据: articles of the outcome and of every step that went out as a letter, each once. */
export function legalBasisPaper({ number }: InfoRequest, facts: readonly RequestFact[]): Paper {
  const served = lastOf(facts, 'served');
  const draft = served && factsOf(facts, 'drafted').findLast(({ n }) => n < served.n);
  const ofReply = draft ? partsOf(draft).map(({ outcome }) => [outcomeOf(outcome).term, outcomeOf(outcome).basis]) : [];
  const ofSteps = facts
    .flatMap(({ letters = [] }) => letters)
    .filter(({ kind }) => LETTER_EXHIBITS[kind] !== null && letterKind(kind).series !== 'reply')
    .map(({ kind }) => [letterKind(kind).term, letterKind(kind).basis]);
  const each = [
    ...new Map([...ofReply, ...ofSteps].map(([term, basis]) => [`${term}${basis}`, [term!, basis!]])).values(),
  ];
  return {
    title: '作出答复的依据',
    blocks: [
      { kind: 'paragraph', text: `登记号：${number}` },
      ...lines(each.map(([term, basis]) => [term!, inFull(basis!)] as const)),
    ],
  };
}

function lines(told: readonly (readonly [string, string])[]): PaperBlock[] {
  return told.map(([term, text]) => ({ kind: 'paragraph', text: `${term}：${text}` }));
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): PaperTable {
  return {
    kind: 'table',
    caption,
    columns: head.length,
    headRows: 1,
    rows: [
      head.map((text) => ({ text, head: 'column', align: 'center' }) as const),
      ...rows.map((row) => row.map((text) => ({ text }))),
    ],
  };
}
