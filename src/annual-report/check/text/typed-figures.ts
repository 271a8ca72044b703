/**
 * TXT_LIVE 与记录不符 [ANR-69]: a figure typed into the text of a report being written, which the records know as a 数据项 and tell otherwise.
 * Read from the text with its chips in it, so that what a chip prints is never compared with anything. What repeats a cell of the tables is
 * the matter of TXT_T2 to TXT_T4. Once frozen the text stays while records go on, so only a draft is asked.
 */
import { scopeTold } from '../claims/agency-scope.ts';
import { type Passage, passagesOf } from '../claims/passage.ts';
import { isOtherPeriod } from '../claims/period.ts';
import { type Quantity, quantitiesIn } from '../claims/quantity.ts';
import type { CheckSubject, LiveText, Observation } from '../finding.ts';
import { difference, total } from '../worked-sum.ts';
import { TYPED_WORDS, type TypedName } from './typed-words.ts';

interface Typed {
  readonly name: TypedName;
  readonly value: number;
  readonly passage: Passage;
}

export function typedFigures({ report, level, options }: CheckSubject): Observation[] {
  const { live } = options;
  if (!live) return [];
  const scopeOf = scopeTold(level, report.unit);
  const typed = passagesOf(live.narrative).flatMap((passage) =>
    quantitiesIn(passage.plain, () => true).flatMap((quantity): Typed[] => {
      const before = passage.plain.slice(0, quantity.start);
      const name = nameOf(passage.plain, quantity, report.unit);
      const another =
        quantity.approximate || scopeOf(sentenceOf(before)) !== 'same' || isOtherPeriod(before, report.year, '');
      return name === undefined || another ? [] : [{ name, value: quantity.value, passage }];
    }),
  );
  return typed.flatMap((one) => against(one, typed, live));
}

function against({ name, value, passage }: Typed, typed: readonly Typed[], { figures }: LiveText): Observation[] {
  const figure = figures.find((one) => one.name === name);
  const alike = typed.filter((one) => one.name === name).map((one) => one.value);
  // Told whole in one place and in parts in another, or only in parts that come to the whole.
  if (!figure || alike.includes(figure.value) || total(alike) === figure.value) return [];
  return [
    {
      where: passage.quote,
      says: `正文写的“${figure.term}”是 ${value}，记录 ${figure.value}，${difference(value, figure.value)}。`,
      advice: `不要手填，改用数据项“${figure.term}”，数随记录变动；记录漏登的，先补登记。`,
      left: value,
      right: figure.value,
    },
  ];
}

const STOP = /[,;。:()！？]/;
/** A quantity or a chip that was told before, with its measure word. */
const TOLD = /^.*(?:\{[a-z]+\.[A-Za-z]+\}|\d)(?:万元|人次|件次|场次|[条篇期次项人场份张个件元家])?/;
const JOINED = /^(?:、|和|及|与|以及|并)+/;
/** Whose and of which time, in words that change nothing. */
const OURS =
  /^(?:\([一二三四五六七八九十]\)|\d[.、]|20\d\d年度?|全年|本年度?|今年|年内|共计?|一共|总共|我[局县镇乡办委区市]|本机关|本[局县镇乡办委]|全[县局])+/;

const IN_ALL = /(?:共计?|总计|合计|总数|达)$/;

/** What the words of its own clause say is counted; undefined where they say anything else besides. */
function nameOf(plain: string, { start, end, unit }: Quantity, ours: string | null): TypedName | undefined {
  const sentence = sentenceOf(plain.slice(0, start));
  const told = (sentence.split(STOP).at(-1) ?? '').replace(TOLD, '').replace(JOINED, '');
  const clause = told
    .replace(OURS, '')
    .replace(ours ?? '', '')
    .replace(OURS, '')
    .replace(IN_ALL, '');
  const tail = plain.slice(end).split(/[,;。:()！？、]/)[0] ?? '';
  return TYPED_WORDS.find(
    ({ units, label, verb, noun, needs, not }) =>
      units.includes(unit) &&
      (needs === undefined || needs.test(sentence)) &&
      (not === undefined || !not.test(sentence)) &&
      (label.test(clause) || (noun !== undefined && (verb ?? VERB).test(clause) && noun.test(tail))),
  )?.name;
}

/** 举办6期培训: nothing but a verb before the number. */
const VERB = /^(?:举办|组织|开展|召开|举行|发布|公开|编发|编印|出版|印发|刊发|签发|开出|下发|制发|发出|下达)?了?$/;

function sentenceOf(before: string): string {
  return before.slice(before.lastIndexOf('。') + 1);
}
