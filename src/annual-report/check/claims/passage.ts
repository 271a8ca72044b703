/**
 * 正文的段落 Passage: a sentence of the narrative together with the sentences that go on breaking it down (…2950元。其中，…), its
 * quantities in the order they are read, and what the surrounding part of the report is about.
 */
import type { NarrativeSection } from '../../report.ts';
import { type CountedThing, itemsOf } from './counted-thing.ts';
import { plainText } from './plain-text.ts';

export interface Passage {
  /** As the report prints it, blanks of the layout closed. */
  readonly quote: string;
  readonly plain: string;
  /** Whether the part it stands in tells of 依申请公开 and what followed from it. */
  readonly onRequest: boolean;
  readonly items: readonly CountedThing[];
}

/** No real sentence is longer; what is, was made to keep us reading. */
const LONGEST = 2000;
const GOES_ON = /^\(?(?:其中|包括|分别|具体为|具体包括|含)/;
/** `（二）依申请公开情况`, `2.依申请公开`, at the start of a sentence: a new aspect of part one. */
export const ASPECT = /^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d[.、])([^。]{0,24})/;
const OTHER_ASPECT = /主动公开|信息管理|平台|监督|保障|解读|回应|新媒体|网站|重点领域|标准化/;
const ON_REQUEST = /依申请|公开申请|申请公开|收到和处理|复议|诉讼/;

/** 2.办理情况 under （二）依申请公开 goes on with it; 2.政策解读 does not. */
function tellsOfRequests(plain: string, aspect: string, before: boolean): boolean {
  if (ON_REQUEST.test(aspect)) return true;
  const turns = /^\d/.test(plain) ? OTHER_ASPECT : /情况|方面|公开|管理|平台|监督|保障|工作/;
  return before && !turns.test(aspect);
}

export function passagesOf(narrative: readonly NarrativeSection[]): Passage[] {
  return narrative.flatMap(({ heading, text }) => {
    let onRequest = ON_REQUEST.test(plainText(heading));
    return shortEnough(sentencesOf(withoutAsides(text))).map((quote): Passage => {
      const plain = plainText(quote);
      const aspect = ASPECT.exec(plain)?.[1];
      if (aspect !== undefined) onRequest = tellsOfRequests(plain, aspect, onRequest);
      return { quote, plain, onRequest, items: itemsOf(plain) };
    });
  });
}

/** 上年情况：…: a whole paragraph quotes the report of the year before. */
const LAST_YEARS =
  /^[（(]?(?:附|注)?[:：]?\s*(?:上年|上一年|去年|往年)度?的?(?:主要|基本|总体)?(?:情况|数据|数字|年报|年度报告|统计)?(?:如下)?[:：]/;
/** 注：其中1件为上年结转: a note to a table, of some among figures that stand in it and not in the sentence. */
const NOTE = /^(?:[（(][^（()）]{0,40}[）)]\s*)?[（(]?(?:备注|附注|注|说明)\s*\d{0,2}[:：][（(]?\s*其中/;

function withoutAsides(text: string): string {
  return text
    .split('\n')
    .filter((paragraph) => !LAST_YEARS.test(paragraph.trim()) && !NOTE.test(paragraph.trim()))
    .join('\n');
}

function shortEnough(sentences: readonly string[]): string[] {
  return sentences.filter(({ length }) => length <= LONGEST);
}

/** 7 6 件: one number, its digits set apart. */
const LETTER_SPACED = /(?<![\w.])\d(?:[ \u00a0\u3000]\d)+(?![\w.])/g;

/** Sentences, each with those that go on where it stopped; a bracket is never cut in two. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const piece of text.split(/(?<=[。！？])|\n+/)) {
    const sentence = piece
      .replace(LETTER_SPACED, (run) => run.replace(/\s/g, ''))
      .replace(/(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])/g, '')
      .trim();
    const before = sentences.at(-1);
    if (sentence === '') continue;
    if (before !== undefined && before.length < LONGEST && (isOpen(before) || GOES_ON.test(plainText(sentence)))) {
      sentences[sentences.length - 1] = before + sentence;
    } else {
      sentences.push(sentence);
    }
  }
  return sentences;
}

function isOpen(sentence: string): boolean {
  if (sentence.length >= 600) return false;
  const opened = sentence.match(/[（(]/g)?.length ?? 0;
  return opened > (sentence.match(/[）)]/g)?.length ?? 0);
}
