/**
 * 正文的数字主张 TextClaim: a quantity of the narrative that states a figure of the tables. What is counted is told by the words
 * beside the number, or by the number before it (办结26件 after 政府信息公开申请26件). What cannot be told is not a claim.
 */
import type { ReportFigures } from '../../report.ts';
import { total } from '../worked-sum.ts';
import type { Scope } from './agency-scope.ts';
import {
  applicationTopic,
  isAttribute,
  limitedToChannel,
  mentionsApplication,
  mentionsOtherMatter,
  namesResult,
} from './application-topic.ts';
import { type Breakdown, breakdownsOf } from './breakdown.ts';
import type { CountedThing } from './counted-thing.ts';
import type { GluedFigure } from './glued-figures.ts';
import { ASPECT, type Passage } from './passage.ts';
import { isOtherPeriod } from './period.ts';
import { type DocumentKind, documentKindsIn, proactiveTopic } from './proactive-topic.ts';
import type { Reading } from './reading.ts';
import { DISCLOSURE, type Remedy, remediesIn, remedyTopic } from './remedy-topic.ts';
import { labelledItems } from './shared-labels.ts';
import { zeroClaimsIn } from './zero-claims.ts';

export type ClaimCode = 'TXT_T2' | 'TXT_T3' | 'TXT_T4';

export interface TextClaim {
  readonly code: ClaimCode;
  readonly passage: Passage;
  /** None for 未发生, 没有收到. */
  readonly item?: CountedThing;
  readonly name: string;
  readonly stated: number;
  readonly readings: readonly Reading[];
  readonly scope: Scope;
  /** In place of readings, where the cell could not be read. */
  readonly glued?: GluedFigure;
}

/** What the quantity before was about. */
export interface Matter {
  readonly domain: 'application' | 'remedy' | 'document' | 'other' | 'none';
  readonly remedies: readonly Remedy[];
  readonly kinds: readonly DocumentKind[];
  /** 网上申请20件: what bare words (办结20件) say next is of those 20. */
  readonly subset: boolean;
}

const NOTHING: Matter = { domain: 'none', remedies: [], kinds: [], subset: false };
const APPLICATIONS: Matter = { ...NOTHING, domain: 'application' };
const COUNT_UNITS = new Set(['件', '件次', '封', '宗', '起', '份', '条', '例', '个', '项', '笔', '部', '次']);
/** What was looked at or helped with is not what one handled. */
const SOMEBODY_ELSES = /(?:指导|协助|督促|督办|抽查|抽取|检查|评查|会审|复核)[^,;。]*$/;
/**
 * 收到行政复议申请106件, 被提起行政诉讼2件: brought against the agency, of disclosure or of anything; what a review organ accepts and decides
 * (受理、办理、审结) is other agencies'.
 */
const BROUGHT_AGAINST = /收到|接到|发生|引发|引起|产生|被申请|提起|被诉/;
/** 予以公开中含12件历史件: some of what is named. */
const SOME_OF_THEM = /(?<!其)中(?:含有?|包括|包含)\s*$/;
/** A change against another year, no figure of this one. */
const CHANGE = /增加|减少|增长|下降|上升|同比|环比|较|相比|同期|(?<!占)比(?!例)/;

/** 办理行政复议5件，与政府信息公开无关; 信访投诉申请3件，未计入政府信息公开申请. */
const ANOTHER_MATTER =
  /与(?:政府|政务)?信息公开(?:工作|事项|申请)?(?:均|都|并)?无关|(?:未|不|没有)(?:计入|纳入|列入|属于|涉及)(?:政府|政务)?信息公开/;

export function textClaimsIn(
  passages: readonly Passage[],
  figures: ReportFigures,
  scopeOf: (context: string) => Scope,
  isOfYear: (before: string, label: string) => boolean = (before, label) => !isOtherPeriod(before, figures.year, label),
): TextClaim[] {
  let matter = NOTHING;
  let before: Passage | undefined;
  return passages.flatMap((passage) => {
    const goesOn = before !== undefined && before.items.length > 0 && before.onRequest === passage.onRequest;
    matter =
      goesOn && matter.domain !== 'other' && matter.domain !== 'none'
        ? matter
        : passage.onRequest
          ? APPLICATIONS
          : NOTHING;
    before = passage;
    if (ANOTHER_MATTER.test(passage.plain)) return [];
    const items = labelledItems(passage.items);
    const breakdowns = breakdownsOf(items);
    const parts = new Map(breakdowns.flatMap((b) => b.parts.map((part) => [part, b] as const)));
    const claims: TextClaim[] = [];
    const all = flat(items);
    for (const [at, item] of all.entries()) {
      const label = labelOf(item);
      if (matter.domain === 'remedy' && endsApplications(label, all, at)) matter = APPLICATIONS;
      matter = matterOf(OF_THEM.test(item.lead) ? item.lead : label, matter, item, parts.has(item));
      const claim = claimOf({
        passage,
        item,
        label,
        matter,
        figures,
        part: parts.get(item),
        divided: breakdowns.flatMap(({ whole, parts }) => (whole === item ? parts : [])),
        scopeOf,
        isOfYear,
      });
      if (claim) claims.push(claim);
    }
    return [...withoutShares(claims), ...zeroClaimsIn(passage, figures, scopeOf, isOfYear)];
  });
}

/** After what was told of remedies: 办结的76件中，予以公开27件，部分公开8件 tells of applications again. */
function endsApplications(label: string, items: readonly CountedThing[], at: number): boolean {
  const result = (place: number) => {
    const lead = items[place]?.lead ?? '';
    return namesResult(lead) && remediesIn(lead).length === 0 && !/引[起发]|不服|涉及/.test(lead);
  };
  if (remediesIn(label).length > 0) return false;
  return (
    (result(at) && (result(at - 1) || result(at + 1))) ||
    (/办结|答复|办理/.test(label) && result(at + 1) && result(at + 2))
  );
}

/** 县政府8件，部门13件: shares that together are what the table counts claim nothing each. */
function withoutShares(claims: readonly TextClaim[]): TextClaim[] {
  return claims.filter((claim) => {
    const alike = claims.filter(({ code, name }) => code === claim.code && name === claim.name);
    const together = total(alike.map(({ stated }) => stated));
    return alike.length < 2 || claim.readings.every(({ value }) => value !== together);
  });
}

/** 86件新收申请中已有80件办结: the words before count something else, of which this is some. */
const OF_THEM = /中(?:已|尚|仍|还|共)?有?$|(?:申请|案件)[尚仍还]有$/;

/** The words before the number; those after it where the ones before tell nothing (有1件…行政复议). */
function labelOf({ lead, tail }: CountedThing): string {
  if (OF_THEM.test(lead)) return tail;
  const told =
    remediesIn(lead).length > 0 ||
    documentKindsIn(lead).length > 0 ||
    mentionsApplication(lead) ||
    mentionsOtherMatter(lead);
  // 受理的86件及上年结转5件: what is joined on is counted next.
  return told || lead.length > 12 ? lead : lead + tail.replace(/(?:以及|(?<!涉)及).*$/, '');
}

function matterOf(label: string, before: Matter, { quantity }: CountedThing, isPart: boolean): Matter {
  const remedies = remediesIn(label);
  const kinds = documentKindsIn(label);
  if (remedies.length > 0) return { ...NOTHING, domain: 'remedy', remedies };
  if (kinds.length > 0) return { ...NOTHING, domain: 'document', kinds };
  if (mentionsApplication(label)) return { ...APPLICATIONS, subset: !isPart && limitedToChannel(label) };
  if (/行政(?:许可|处罚|强制)/.test(label)) return { ...NOTHING, domain: 'other' };
  if (before.domain === 'application' && namesResult(label)) return before;
  if (mentionsOtherMatter(label) && COUNT_UNITS.has(quantity.unit)) return { ...NOTHING, domain: 'other' };
  return before;
}

interface Reader {
  readonly passage: Passage;
  readonly item: CountedThing;
  readonly label: string;
  readonly matter: Matter;
  readonly figures: ReportFigures;
  readonly part: Breakdown | undefined;
  /** The parts of which it is the whole. */
  readonly divided: readonly CountedThing[];
  scopeOf(context: string): Scope;
  isOfYear(before: string, label: string): boolean;
}

function claimOf({
  passage,
  item,
  label,
  matter,
  figures,
  part,
  divided,
  scopeOf,
  isOfYear,
}: Reader): TextClaim | undefined {
  const { quantity, context } = item;
  const before = passage.plain.slice(0, quantity.start);
  if (
    quantity.approximate ||
    SOMEBODY_ELSES.test(before) ||
    CHANGE.test(label) ||
    SOME_OF_THEM.test(context) ||
    !isOfYear(before, label)
  )
    return undefined;
  const claim = (code: ClaimCode, name: string, readings: readonly Reading[], loose = false): TextClaim | undefined =>
    readings.length === 0
      ? undefined
      : { code, passage, item, name, stated: quantity.value, readings, scope: loose ? 'loose' : scopeOf(context) };

  const proactive = proactiveTopic(figures, label, quantity, matter.domain === 'document' ? matter.kinds : [], before);
  if (proactive) {
    const apart = /废止[^。]*\d[^。]*失效|失效[^。]*\d[^。]*废止/.test(passage.plain) && /废止|失效/.test(label);
    // A part (其中修订2件, 其中以县政府名义印发3件) is some of them.
    if (part) return undefined;
    const { name, readings, glued, loose } = proactive;
    if (readings.length === 0 && glued && !loose && !apart)
      return { code: 'TXT_T2', passage, item, name, stated: quantity.value, readings, scope: scopeOf(context), glued };
    return claim('TXT_T2', name, readings, loose || apart);
  }
  if (!COUNT_UNITS.has(quantity.unit)) return undefined;
  if (matter.domain === 'remedy') {
    // 县司法局办理行政复议126件: the organ that reviews counts all reviews, not those of disclosure.
    const disclosed = scopeOf(context) === 'narrower' ? saysDisclosure(passage) : aboutDisclosure(passage);
    if (!disclosed && !(scopeOf(context) === 'same' && BROUGHT_AGAINST.test(label))) return undefined;
    const remedy = remedyTopic(figures, label, matter.remedies);
    // A part that is not an outcome (其中涉及征地的复议3件) is some of the remedies.
    const some = part && remediesIn(labelOf(part.whole)).length === 1 && !isTheDisclosed(part.whole, item);
    // 被纠错3件，其中复议2件、诉讼1件: parts of an outcome.
    if (part && !remedy?.outcome && /维持|纠正|纠错|败诉|审结/.test(labelOf(part.whole))) return undefined;
    if (!remedy || (some && !remedy.outcome) || divided.some((each) => isTheDisclosed(item, each))) return undefined;
    return claim('TXT_T4', remedy.name, remedy.readings, !disclosed);
  }
  if (matter.domain !== 'application' || isAttribute(label, passage.plain)) return undefined;
  if (matter.subset && !mentionsApplication(label)) return undefined;
  const topic = applicationTopic(figures, label, saysCarriedIn(passage, item));
  if (!topic || (!aboutDisclosure(passage) && topic.kind !== 'result')) return undefined;
  const some =
    (OF_THEM.test(item.lead) && topic.kind !== 'result') ||
    (part !== undefined &&
      (topic.kind === 'concluded' ||
        topic.kind === 'handled' ||
        (topic.kind === 'intake' && !/新收|本年/.test(label))));
  if (some) return undefined;
  // 收到申请76件，其中自然人59件: of those that came in, not of those that were answered.
  const cameIn = topic.kind === 'applicant' && part !== undefined && /收到|新收/.test(labelOf(part.whole));
  return claim('TXT_T3', topic.name, cameIn ? topic.readings.slice(0, 2) : topic.readings);
}

function aboutDisclosure(passage: Passage): boolean {
  return passage.onRequest || saysDisclosure(passage);
}

function saysDisclosure({ plain }: Passage): boolean {
  return DISCLOSURE.test(plain.replace(ASPECT, ''));
}

/** 行政复议126件，其中涉及政府信息公开7件: all reviews, and those of disclosure among them. */
function isTheDisclosed(whole: CountedThing, part: CountedThing): boolean {
  return DISCLOSURE.test(labelOf(part)) && !DISCLOSURE.test(labelOf(whole));
}

/** 含上年结转, 加上上年结转 said of the very number. */
function saysCarriedIn({ plain }: Passage, { quantity, lead }: CountedThing): boolean {
  const after = plain.slice(quantity.end, quantity.end + 24);
  return (
    /^[^,;。]{0,4}[,(]?(?:其中)?(?:包括|含|加)[^,;。)]*(?:上年|上一年|去年|结转)/.test(after) ||
    /(?:含|加)[^,;。]*结转/.test(lead) ||
    /^\(?,?其中[^。;]*(?:上年|上一年|去年|20\d\d年)度?结转/.test(plain.slice(quantity.end, quantity.end + 48))
  );
}

export function flat(items: readonly CountedThing[]): CountedThing[] {
  return items.flatMap((item) => [item, ...flat(item.inside)]);
}
