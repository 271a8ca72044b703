/**
 * 分项 Breakdown: a whole and the parts that the text says it is made of: after 其中, 包括, 分别为, a colon, in a bracket, or before
 * 共计. The list ends with the sentence, at a separator stronger than the one between its first two parts, at the next marker,
 * and where the words turn to another matter.
 */
import { total } from '../worked-sum.ts';
import type { CountedThing } from './counted-thing.ts';

export interface Breakdown {
  readonly whole: CountedThing;
  readonly parts: readonly CountedThing[];
  /** 分别为, 由…组成, 共计: the parts are said to be all. */
  readonly exhaustive: boolean;
  /** Other quantities of the same measure before the list, of which the parts may equally be told. */
  readonly alternatives: readonly number[];
  /** A second 其中 without bracket, or one that opens a sentence after several figures: it is not said which whole it divides. */
  readonly uncertain: boolean;
}

const NEW_MATTER =
  /^(?:另|此外|同时|同比|环比|且|并|共|合计|共计|总计|累计|全年|全[县市区旗]|本年|当年|均|已|全部|较|比|截至|目前|还|超|办结|办理完|按[时期])/;
const CHANGE = /增加|减少|增长|下降|上升|较上|比上|同比|多于|少于/;
const ACTION =
  /^(?:[^、]{0,12}(?:网站|平台|公众号|新媒体|微信|微博|端))?(?:共|新|累计|主动|集中|及时|全年)?(?:发布|公开|公布|回复|办理|受理|收到|举办|召开|开展|制作|制发|印发|开设|组织|编发|报送|推送|征集|转载|更新|清理|整改|处理|答复|建成|出台|制定|作出|实施)/;
const REMEDY = /复议|诉讼|应诉/;
const INTAKE = /收到|新收|受理|接收|(?:上年|上一年|去年|上年度)(?:度)?(?:结转|转)|结转上/;
/** 诉讼6件。其中，不予公开11件: how applications ended divides no remedies. */
const ENDED = /^(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)$/;
const OUTCOME = /办结|答复|予以公开|部分公开|不予|无法提供|其他处理|结转(?:至|到)?(?:下|次|20)|转下/;

export function breakdownsOf(items: readonly CountedThing[]): Breakdown[] {
  return [
    ...listed(items),
    ...bracketed(items),
    ...addedUp(items),
    ...items.flatMap(({ inside }) => breakdownsOf(inside)),
  ];
}

/** N件，其中A a件、B b件 · N件:A a件;B b件 */
function listed(items: readonly CountedThing[]): Breakdown[] {
  return items.flatMap((first, at): Breakdown[] => {
    const opens = first.marker !== undefined || (first.colon && at > 0);
    if (!opens) return [];
    const before = sameClauses(items, at);
    const wholes = before.filter(
      (item) => item.quantity.unit !== '%' && !(ENDED.test(first.lead) && REMEDY.test(item.lead)),
    );
    const list = items.slice(at);
    const nested = before.some((item) => item.marker !== undefined);
    return perUnit(list, wholes).map(({ whole, parts, earlier }) => ({
      whole,
      parts,
      exhaustive: first.marker?.exhaustive ?? false,
      alternatives: [...earlier, ...runningSums([...earlier, whole.quantity.value])],
      uncertain: nested || (first.rank === 4 && earlier.length > 0),
    }));
  });
}

/** N件(甲a件、乙b件) */
function bracketed(items: readonly CountedThing[]): Breakdown[] {
  return items.flatMap((outer, at): Breakdown[] => {
    const [first] = outer.inside;
    if (!first || (!first.marker && outer.inside.filter((i) => i.quantity.unit === outer.quantity.unit).length < 2))
      return [];
    const before = [...sameClauses(items, at), outer];
    return perUnit(outer.inside, before).map(({ whole, parts }) => ({
      whole,
      parts,
      exhaustive: first.marker?.exhaustive ?? false,
      alternatives: [],
      uncertain: false,
    }));
  });
}

/** A a件、B b件，共计N件 */
function addedUp(items: readonly CountedThing[]): Breakdown[] {
  return items.flatMap((whole, at): Breakdown[] => {
    if (
      !/^(?:以上|各类|三者|两者|两项|三项)?(?:共计?|合计|总计|总共)$/.test(whole.lead) ||
      whole.rank === 0 ||
      whole.rank > 2
    )
      return [];
    const parts: CountedThing[] = [];
    for (let i = at - 1; i >= 0; i--) {
      const item = items[i];
      if (!item || item.quantity.unit !== whole.quantity.unit || item.quantity.approximate) break;
      parts.unshift(item);
      if (item.rank > 2 || item.marker || CHANGE.test(item.lead)) break;
    }
    if (parts.length < 2) return [];
    const values = parts.map(({ quantity }) => quantity.value);
    const tails = values.map((_, i) => total(values.slice(i))).slice(1, -1);
    return [{ whole, parts, exhaustive: true, alternatives: [...tails, ...values], uncertain: false }];
  });
}

/** One breakdown for each measure of the list that has a whole before it; further measures only where they pair with the first. */
function perUnit(list: readonly CountedThing[], before: readonly CountedThing[]) {
  const found: { whole: CountedThing; parts: CountedThing[]; earlier: number[] }[] = [];
  for (const unit of new Set(list.map(({ quantity }) => quantity.unit))) {
    const wholes = before.filter((item) => item.quantity.unit === unit && !CHANGE.test(item.lead));
    const whole = wholes.at(-1);
    if (!whole || unit === '%' || wholes.some((item) => item.quantity.approximate)) continue;
    const parts = siblings(list, unit, whole.quantity.value);
    if (parts.length === 0 || parts.some(({ quantity }) => quantity.approximate)) continue;
    if (found[0] && found[0].parts.length !== parts.length) continue;
    found.push({ whole, parts, earlier: wholes.slice(0, -1).map(({ quantity }) => quantity.value) });
  }
  return found;
}

function siblings(list: readonly CountedThing[], unit: string, whole: number): CountedThing[] {
  const parts: CountedThing[] = [];
  let between = 0;
  let strongest: number | undefined;
  for (const [i, item] of list.entries()) {
    if (i > 0 && (item.marker || item.rank === 4)) break;
    if (i > 0) between = Math.max(between, item.rank);
    if (item.quantity.unit !== unit) {
      if (i > 0 && item.rank >= 2 && /^(?:另|此外|同时)/.test(item.lead)) break;
      continue;
    }
    const [first] = parts;
    if (first) {
      strongest ??= between;
      if (between > strongest || isNewMatter(item, first, between)) break;
      const sum = total(parts.map(({ quantity }) => quantity.value));
      if (sum === whole && between >= 2) break;
    }
    between = 0;
    if (!CHANGE.test(item.lead)) parts.push(item);
  }
  return parts;
}

function isNewMatter(item: CountedThing, first: CountedThing, rank: number): boolean {
  if (rank >= 2 && NEW_MATTER.test(item.lead)) return true;
  if (rank >= 2 && ACTION.test(item.lead) && !ACTION.test(first.lead)) return true;
  if (REMEDY.test(item.lead) && !REMEDY.test(first.lead)) return true;
  return INTAKE.test(first.lead) && OUTCOME.test(item.lead);
}

/** Items before `at` that a list may divide: those of its own group of clauses, or of the one before where the list opens a new one. */
function sameClauses(items: readonly CountedThing[], at: number): readonly CountedThing[] {
  let from = at;
  while (from > 0 && (from === at || (items[from]?.rank ?? 0) < 3)) from -= 1;
  return items.slice(from, at);
}

function runningSums(values: readonly number[]): number[] {
  return values.slice(0, -1).map((_, i) => total(values.slice(i)));
}
