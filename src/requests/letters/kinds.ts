/**
 * 文书种类 [LET-1, LET-2]: which fact issues it, to whom, in which series, what it must say and our wording of it. One more: an entry here,
 * its fields in `fields.ts` where it needs new ones, a line in the test.
 */
import { art } from '../../statute/articles.ts';
import type { PaperBlock } from '../../statute/paper.ts';
import { otherAddressee, tellsThirdParty } from '../dissent.ts';
import { lastOf, type RequestFact } from '../facts.ts';
import type { SeriesName } from '../numbers.ts';
import { OUTCOMES } from '../outcomes.ts';
import { jointTable } from './joint-table.ts';

export interface LetterKind {
  readonly term: string;
  readonly basis: string;
  readonly series: SeriesName | null;
  readonly to: 'applicant' | 'other';
  /** Whether a fact issues it; `drafted` outcomes decide which reply a signature issues. */
  issuedBy(fact: RequestFact, facts: readonly RequestFact[]): boolean;
  /** Fields without which the letter does not do what the law asks. */
  readonly must: readonly string[];
  readonly wording: string;
  /** 清单 under the words, which no wording of an agency can leave out. */
  annex?(fact: RequestFact): readonly PaperBlock[];
}

const is = (type: RequestFact['type']) => (fact: RequestFact) => fact.type === type;
const consulted = (whom: string) => (fact: RequestFact) => fact.type === 'consulted' && fact.whom === whom;

/** 签发 of a reply whose row of the report begins with one of these. */
const reply =
  (...rows: readonly string[]) =>
  (fact: RequestFact, facts: readonly RequestFact[]) => {
    if (fact.type !== 'signed') return false;
    const draft = lastOf(facts, 'drafted');
    if (!draft) return false;
    const row = OUTCOMES[draft.outcome].reportRow;
    return rows.some((begin) => (begin.endsWith('.') ? row.startsWith(begin) : row === begin));
  };

const ABOUT =
  '本机关于{{收到日期}}收到你（单位）通过{{收到方式}}提出的政府信息公开申请，登记号为{{登记号}}，申请获取的内容为：{{所需信息}}。';
const ANSWER = ['收到日期', '所需信息', '事实和理由', '法律依据', '结论', '救济途径'] as const;
const ANSWER_WORDING = `${ABOUT}
{{事实和理由}}
根据{{法律依据}}，本机关答复如下：{{结论}}。
{{答复正文}}
{{救济途径}}`;

const answer = (term: string, basis: string, ...rows: readonly string[]): LetterKind => ({
  term,
  basis,
  series: 'reply',
  to: 'applicant',
  issuedBy: reply(...rows),
  must: ANSWER,
  wording: ANSWER_WORDING,
});

export const LETTER_KINDS = {
  receipt: {
    term: '政府信息公开申请登记回执',
    basis: art(45),
    series: null,
    to: 'applicant',
    issuedBy: is('received'),
    must: ['收到日期', '登记号', '查询号', '应答复日'],
    wording: `本机关于{{收到日期}}收到你（单位）通过{{收到方式}}提出的政府信息公开申请，已经登记，登记号为{{登记号}}。申请获取的内容为：{{所需信息}}。
本机关将自收到申请之日起20个工作日内予以答复，即最迟于{{应答复日}}答复；依法延长答复期限、征求意见、要求补正的，另行告知。
办理进度可以凭查询号{{查询号}}和登记时取得的查询码查询。`,
  },
  correction: {
    term: '政府信息公开申请补正告知书',
    basis: art(30),
    series: 'correction',
    to: 'applicant',
    issuedBy: is('correctionAsked'),
    must: ['需要补正的事项', '补正期限'],
    wording: `${ABOUT}
经审查，你（单位）的申请内容需要补正。根据{{法律依据}}，现一次性告知需要补正的事项：
{{需要补正的事项}}
请自收到本告知书之日起{{补正期限}}内补正。答复期限自本机关收到补正的申请之日起计算；无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。
对补正有疑问的，可以按本告知书所附的联系方式咨询，本机关给予指导和释明。`,
  },
  reasons: {
    term: '政府信息公开申请说明理由告知书',
    basis: art(35),
    series: 'reasons',
    to: 'applicant',
    issuedBy: is('reasonsAsked'),
    must: ['数量频次的事实'],
    wording: `${ABOUT}
你（单位）申请公开政府信息的数量、频次明显超过合理范围：{{数量频次的事实}}
根据{{法律依据}}，请你（单位）说明理由。理由不合理的，本机关将告知不予处理；理由合理，但是无法在规定的期限内答复的，本机关将确定延迟答复的合理期限并告知你（单位）。`,
  },
  delay: {
    term: '延迟答复告知书',
    basis: art(35),
    series: 'extension',
    to: 'applicant',
    issuedBy: is('delayed'),
    must: ['理由', '新的答复日'],
    wording: `${ABOUT}
你（单位）申请公开政府信息的数量、频次明显超过合理范围，说明的理由合理，但是本机关无法在规定的期限内答复：{{理由}}
根据{{法律依据}}，本机关确定延迟答复的合理期限，最迟于{{新的答复日}}答复。`,
  },
  extension: {
    term: '政府信息公开延期答复告知书',
    basis: art(33, { paragraph: 2 }),
    series: 'extension',
    to: 'applicant',
    issuedBy: is('extended'),
    must: ['理由', '延长的天数', '新的答复日'],
    wording: `${ABOUT}
因{{理由}}，不能在规定的期限内答复。根据{{法律依据}}，经本机关政府信息公开工作机构负责人同意，延长答复期限{{延长的天数}}，延长后最迟于{{新的答复日}}答复。`,
  },
  consultThirdParty: {
    term: '政府信息公开征求第三方意见书',
    basis: art(32),
    series: 'inquiry',
    to: 'other',
    issuedBy: consulted('third-party'),
    must: ['征求意见的内容', '意见期限', '逾期的后果'],
    wording: `本机关收到政府信息公开申请，其中涉及：{{征求意见的内容}}。该信息公开可能涉及你（单位）的合法权益。
根据{{法律依据}}，现书面征求你（单位）的意见。请自收到本意见书之日起{{意见期限}}内，就是否同意公开以书面形式提出意见；不同意公开的，请说明理由。
{{逾期的后果}}`,
  },
  consultCoProducer: {
    term: '政府信息公开征求共同制作机关意见书',
    basis: art(34),
    series: 'inquiry',
    to: 'other',
    issuedBy: consulted('co-producer'),
    must: ['征求意见的内容', '意见期限', '逾期的后果'],
    wording: `本机关收到政府信息公开申请，申请公开的信息由本机关牵头、与贵单位共同制作：{{征求意见的内容}}。
根据{{法律依据}}，现就可否公开征求贵单位意见。请自收到本意见书之日起{{意见期限}}内提出意见；不同意公开的，请写明依据和理由。
{{逾期的后果}}`,
  },
  consultAgency: {
    term: '政府信息公开征求其他机关意见书',
    basis: art(33, { paragraph: 3 }),
    series: 'inquiry',
    to: 'other',
    issuedBy: consulted('agency'),
    must: ['征求意见的内容', '逾期的后果'],
    wording: `本机关收到政府信息公开申请，其中涉及：{{征求意见的内容}}。
根据{{法律依据}}，现就上述信息可否公开征求贵单位意见，请尽快书面答复，并写明依据和理由。
{{逾期的后果}}`,
  },
  coWork: {
    term: '政府信息公开协办函',
    basis: art(4),
    series: 'coWork',
    to: 'other',
    issuedBy: is('taskSent'),
    must: ['协办事项', '协办期限', '不停止计时'],
    wording: `本机关正在办理一件政府信息公开申请，需要贵单位协助：{{协办事项}}。
请于{{协办期限}}以前书面回复，并附有关材料；没有检索到的，请写明检索的范围、方式、时间和检索人。{{不停止计时}}，请勿延误。
本函只请贵单位协助检索、提供材料，不替代征求可否公开意见的函件。`,
  },
  consultationNotice: {
    term: '政府信息公开征求意见告知书',
    basis: art(33, { paragraph: 3 }),
    series: 'notice',
    to: 'applicant',
    issuedBy: is('consulted'),
    must: ['不计入期限'],
    wording: `${ABOUT}
你（单位）申请公开的信息需要征求有关方面的意见，本机关已于{{发文日期}}发出征求意见书。根据{{法律依据}}，{{不计入期限}}。`,
  },
  thirdPartyNotice: {
    term: '政府信息公开决定告知书（第三方）',
    basis: art(32),
    series: 'notice',
    to: 'other',
    issuedBy: (fact, facts) => fact.type === 'dissentSettled' && tellsThirdParty(fact, facts),
    must: ['决定公开的内容', '公开的理由', '救济途径'],
    wording: `本机关就一件政府信息公开申请征求过你（单位）的意见。你（单位）不同意公开全部或者部分信息。经审查，根据{{法律依据}}，本机关决定公开以下信息：{{决定公开的内容}}。
理由是：{{公开的理由}}。
{{救济途径}}`,
  },
  fee: {
    term: '政府信息公开信息处理费收费通知书',
    basis: art(42),
    series: 'fee',
    to: 'applicant',
    issuedBy: (fact) => fact.type === 'feeNoticed' && fact.joint === undefined,
    must: ['收费的理由', '收费标准', '收费数额', '收费计算', '缴纳方式', '收费异议'],
    wording: `${ABOUT}
你（单位）申请公开政府信息的数量、频次明显超过合理范围：{{收费的理由}}
根据{{法律依据}}和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本机关决定收取信息处理费。收费标准：{{收费标准}}；收费数额：{{收费数额}}。计算如下：
{{收费计算}}
缴纳方式：{{缴纳方式}}。请自收到本通知书次日起20个工作日内缴纳。完成缴费的，答复期限从缴费次日起重新计算；逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。
{{收费异议}}。`,
  },
  jointFee: {
    term: '政府信息公开信息处理费合并收费通知书',
    basis: art(42),
    series: 'fee',
    to: 'applicant',
    issuedBy: (fact) => fact.type === 'feeNoticed' && fact.joint !== undefined,
    must: ['合并的申请', '收费的理由', '收费标准', '收费数额', '收费计算', '缴纳方式', '分件缴纳', '收费异议'],
    wording: `你（单位）在{{申请月份}}向本机关提出政府信息公开申请，数量、频次明显超过合理范围：{{收费的理由}}
根据{{法律依据}}和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本机关决定对其中{{合并的申请}}收取信息处理费，一并告知。收费标准：{{收费标准}}；收费数额：{{收费数额}}。计算如下：
{{收费计算}}
缴纳方式：{{缴纳方式}}。请自收到本通知书次日起20个工作日内缴纳。完成缴费的，各件的答复期限从缴费次日起分别重新计算；逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。
{{分件缴纳}}。
{{收费异议}}。
各件的登记号、收到日期、当月件次和单价如下：`,
    annex: (fact) => (fact.type === 'feeNoticed' && fact.joint ? [jointTable(fact.joint)] : []),
  },
  granted: answer('政府信息公开答复书', art(36, { item: 2 }), '3.1'),
  partlyGranted: answer('政府信息部分公开答复书', art(37), '3.2'),
  administrativeQuery: answer('行政查询事项告知书', art(36, { item: 7 }), '3.3.8'),
  refused: {
    ...answer('政府信息不予公开答复书', art(36, { item: 3 })),
    issuedBy: (fact, facts) => reply('3.3.')(fact, facts) && !reply('3.3.8')(fact, facts),
  },
  unavailable: {
    ...answer('政府信息无法提供答复书', art(36, { item: 4 })),
    issuedBy: (fact, facts) => reply('3.4.')(fact, facts) || notInformation(fact, facts),
  },
  notProcessed: {
    ...answer('政府信息公开申请不予处理答复书', art(39)),
    issuedBy: (fact, facts) =>
      reply('3.5.')(fact, facts) || (reply('3.6.3')(fact, facts) && !notInformation(fact, facts)),
  },
  otherDisposal: {
    term: '政府信息公开申请其他处理告知书',
    basis: art(30),
    series: 'disposal',
    to: 'applicant',
    issuedBy: is('abandoned'),
    must: ['收到日期', '所需信息', '事实和理由', '法律依据', '结论', '救济途径'],
    wording: `${ABOUT}
{{事实和理由}}
根据{{法律依据}}，{{结论}}。
{{救济途径}}`,
  },
  serviceRecord: {
    term: '送达回证',
    basis: '国办公开办函〔2016〕235号',
    series: null,
    to: 'applicant',
    issuedBy: handedOver,
    must: ['送达的文书', '送达方式', '送达日期', '签收人', '送达凭证'],
    wording: `送达的文书：{{送达的文书}}
受送达人：{{申请人}}
送达地点：{{通信地址}}
送达方式：{{送达方式}}
送达日期：{{送达日期}}
签收人：{{签收人}}
送达凭证：{{送达凭证}}
受送达人（签名或者盖章）：
送达人（签名）：`,
  },
} as const satisfies Record<string, LetterKind>;

function notInformation(fact: RequestFact, facts: readonly RequestFact[]): boolean {
  return fact.type === 'signed' && lastOf(facts, 'drafted')?.outcome === 'notGovernmentInformation';
}

/** What was handed to the applicant; a third party's own record is the slip of the 征求意见书, which he must not read. */
function handedOver(fact: RequestFact, facts: readonly RequestFact[]): boolean {
  if (fact.type !== 'served' && fact.type !== 'servedAgain') return false;
  const sent = fact.type === 'servedAgain' ? facts.find(({ n }) => n === fact.paper) : undefined;
  const toOther = sent !== undefined && otherAddressee(sent, facts) !== undefined;
  return !toOther && (fact.method === 'direct' || fact.method === 'entrusted');
}

export type LetterKindName = keyof typeof LETTER_KINDS;
export const LETTER_KIND_NAMES = Object.keys(LETTER_KINDS) as LetterKindName[];

export function letterKind(name: LetterKindName): LetterKind {
  return LETTER_KINDS[name];
}
