/** 文书栏目: what stands for each field of a wording, read off the facts. Every text that people typed is data here. */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse, inProseWithWeekday } from '../../statute/civil-date.ts';
import type { FeeStep } from '../../statute/fee-tariff.ts';
import { CHANNELS } from '../../statute/receipt.ts';
import { CONSULTED } from '../../statute/reply-clock/consultations.ts';
import { GROUNDS, type GroundName, type Grounds } from '../asks.ts';
import { RECEIVERS } from '../dispatch.ts';
import { type FactOf, factsOf, lastOf, type RequestFact } from '../facts.ts';
import { DISPUTE_PATHS } from '../fees/dispute.ts';
import { jointMonth, jointPlaces, jointSteps, jointYuan, PAYING_SOME } from '../fees/joint-notice.ts';
import { countOf, jointCountOf, stepsOf, tariffOf } from '../fees/notice-terms.ts';
import { type InfoRequest, isOnline } from '../info-request.ts';
import { outcomeOf } from '../outcomes.ts';
import { redoUnderWay } from '../redo.ts';
import { partNumber, partsOf, type ReplyPart } from '../reply-parts.ts';
import { SERVICE_METHODS } from '../service-methods.ts';
import { letterKind } from './kinds.ts';
import type { LetterOffice } from './letter.ts';
import { remedyParagraph, thirdPartyParagraph } from './remedy-paragraph.ts';
import { closed, unstopped } from './wording.ts';

export interface LetterScene {
  readonly request: InfoRequest;
  /** All of the file, the fact that issues the letter last. */
  readonly facts: readonly RequestFact[];
  readonly office: LetterOffice;
  /** 应答复日 after the act; null while none can be told. */
  readonly due: CivilDate | null;
}

type Values = Readonly<Record<string, string>>;

/** Fields of every letter, and of the kinds; a field that is not here is refused in a wording. */
export const FIELDS = [
  '收到日期',
  '收到方式',
  '登记号',
  '查询号',
  '所需信息',
  '应答复日',
  '发文日期',
  '法律依据',
  '需要补正的事项',
  '补正期限',
  '数量频次的事实',
  '理由',
  '延长的天数',
  '新的答复日',
  '征求意见的内容',
  '意见期限',
  '逾期的后果',
  '不计入期限',
  '决定公开的内容',
  '公开的理由',
  '协办事项',
  '协办期限',
  '不停止计时',
  '收费的理由',
  '收费标准',
  '收费数额',
  '收费计算',
  '缴纳方式',
  '收费异议',
  '申请月份',
  '合并的申请',
  '分件缴纳',
  '事实和理由',
  '答复正文',
  '结论',
  '救济途径',
  '送达的文书',
  '送达方式',
  '送达日期',
  '签收人',
  '送达凭证',
] as const;

/** What an officer wrote in his own words. */
export const SENTENCES: readonly (typeof FIELDS)[number][] = [
  '需要补正的事项',
  '数量频次的事实',
  '理由',
  '收费的理由',
  '答复正文',
];

export function valuesOf(scene: LetterScene, basis: string): Values {
  const { request, due } = scene;
  const fact = scene.facts.at(-1)!;
  return {
    收到日期: inProse(request.receivedOn ?? request.arrivedOn),
    收到方式: CHANNELS[request.channel].term,
    登记号: request.number,
    查询号: request.queryNumber,
    所需信息: request.wanted,
    应答复日: due ? inProseWithWeekday(due) : '法定期限届满之日',
    发文日期: inProse(fact.on),
    法律依据: inFull(basis),
    ...ofFact(fact, scene),
  };
}

/** 《条例》 by its whole name, as a letter must cite it. */
export function inFull(basis: string): string {
  return basis.replaceAll('《条例》', '《中华人民共和国政府信息公开条例》');
}

function ofFact(fact: RequestFact, scene: LetterScene): Values {
  const { facts, office, request, due } = scene;
  switch (fact.type) {
    case 'correctionAsked':
      return { 需要补正的事项: fact.what, 补正期限: `${fact.workdays}个工作日` };
    case 'reasonsAsked':
      return { 数量频次的事实: fact.why };
    case 'delayed':
      return { 理由: fact.why, 新的答复日: inProseWithWeekday(fact.to) };
    case 'extended':
      return {
        理由: unstopped(fact.why),
        延长的天数: `${fact.workdays}个工作日`,
        新的答复日: due ? inProseWithWeekday(due) : '延长后的期限届满之日',
      };
    case 'consulted':
      return {
        征求意见的内容: unstopped(fact.about),
        意见期限: '15个工作日',
        逾期的后果: SILENCE[fact.whom],
        不计入期限: `征求${CONSULTED[fact.whom].term}意见所需的时间不计算在答复期限内`,
      };
    case 'dissentSettled':
      return {
        决定公开的内容: unstopped(fact.what),
        公开的理由: unstopped(fact.why),
        救济途径: thirdPartyParagraph(office),
      };
    case 'taskSent':
      return {
        协办事项: unstopped(fact.what),
        协办期限: inProseWithWeekday(fact.dueOn),
        不停止计时: '协办期间，本机关答复申请人的期限照常计算',
      };
    case 'feeNoticed':
      return ofFee(fact, office);
    case 'signed':
      return ofReply(facts, fact.remedy ?? '');
    case 'abandoned': {
      const outcome = request.outcome ?? 'uncorrected';
      const { term, basis } = outcomeOf(outcome);
      return {
        事实和理由: closed(fact.why),
        法律依据: inFull(outcome === 'feeUnpaid' ? `${art(42)}、${basis}` : basis),
        结论: `视为放弃申请，本机关不再处理该政府信息公开申请（${term}）`,
        救济途径: remedyParagraph([{ outcome }], office, isOnline(request)),
      };
    }
    case 'served':
    case 'servedAgain': {
      return {
        送达的文书: paperServed(fact, facts),
        送达方式: SERVICE_METHODS[fact.method].term,
        送达日期: inProse(fact.on),
        签收人: fact.receiver ? RECEIVERS[fact.receiver].term : '',
        送达凭证: fact.evidence,
      };
    }
    default:
      return {};
  }
}

function ofFee(fact: FactOf<'feeNoticed'>, office: LetterOffice): Values {
  const { joint, why, yuan } = fact;
  // Written close, as in the rest of a letter.
  const reckoned = (steps: readonly FeeStep[]) => steps.map(({ says }) => `${says.replaceAll(' ', '')}。`);
  const counted = joint ? jointCountOf(joint) : countOf(fact);
  return {
    收费的理由: why,
    收费标准: joint ? `按件计收，本自然月${jointPlaces(joint)}` : tariffOf(fact),
    收费计算: [
      ...counted.map(({ term, text }) => `${term}：${text}。`),
      ...reckoned(joint ? jointSteps(joint) : stepsOf(fact)),
    ].join('\n'),
    收费数额: joint ? `合计${jointYuan(joint)}元` : `${yuan}元`,
    收费异议: DISPUTE_PATHS,
    缴纳方式: office.particulars.payment ?? '请按本机关工作人员告知的财政非税收入账户缴纳',
    ...(joint && { 申请月份: jointMonth(joint), 合并的申请: `${joint.files.length}件申请`, 分件缴纳: PAYING_SOME }),
  };
}

/** The letter of the fact that first sent it; a reply by its number. */
function paperServed(fact: FactOf<'served' | 'servedAgain'>, facts: readonly RequestFact[]): string {
  const first = fact.type === 'served' ? fact : facts.find(({ n }) => n === fact.paper);
  if (first?.type !== 'served') {
    const [mark] = first?.letters ?? [];
    return mark ? `${letterKind(mark.kind).term}${mark.number ? `（${mark.number}）` : ''}` : '';
  }
  const number = factsOf(facts, 'signed').findLast(({ n }) => n < first.n)?.replyNumber ?? '';
  return `政府信息公开答复书（${number}）`;
}

/** 第三方的沉默 is not consent (第三十二条); that of a co-producer is (第三十四条); that of another agency says nothing. */
const SILENCE = {
  'third-party': '逾期未提出意见的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。',
  'co-producer': '逾期未提出意见的，视为同意公开。',
  agency: '逾期未答复的，不视为同意公开，本机关将依法作出决定。',
} as const;

function ofReply(facts: readonly RequestFact[], remedy: string): Values {
  const draft = lastOf(facts, 'drafted')!;
  const parts = partsOf(draft);
  const one = parts.length === 1;
  const conclusion = ({ what, outcome }: ReplyPart, i: number) =>
    one ? outcomeOf(outcome).term : `${partNumber(i)}${unstopped(what)}：${outcomeOf(outcome).term}`;
  return {
    事实和理由: [
      ...anew(facts),
      ...parts.map(({ what, grounds }, i) =>
        one ? groundLines(grounds) : `${partNumber(i)}关于${unstopped(what)}：\n${groundLines(grounds)}`,
      ),
    ].join('\n'),
    法律依据: inFull([...new Set(parts.map(({ outcome }) => outcomeOf(outcome).basis))].join('、')),
    结论: parts.map(conclusion).join('；'),
    答复正文: draft.text,
    救济途径: remedy,
  };
}

/** [REM-15] A reply made anew says which case it answers to and that it takes the place of the earlier one. */
function anew(facts: readonly RequestFact[]): string[] {
  const redo = redoUnderWay(facts);
  if (!redo) return [];
  const earlier = factsOf(facts, 'signed').findLast(({ n }) => n < redo.n)?.replyNumber;
  const because =
    redo.result === null
      ? `${redo.caseNumber}案件审理期间，本机关自行纠正`
      : `根据${redo.caseNumber}案件的决定或者判决`;
  return [`${because}，现重新作出答复${earlier ? `，${earlier}同时不再适用` : ''}。`];
}

export function groundLines(grounds: Grounds): string {
  return (Object.entries(grounds) as [GroundName, string][])
    .filter(([, said]) => said.trim() !== '')
    .map(
      ([name, said]) => `${GROUNDS[name].term}：${GROUNDS[name].input === 'date' ? inProse(said as CivilDate) : said}`,
    )
    .join('\n');
}
