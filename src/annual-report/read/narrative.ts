/**
 * 正文 Narrative: the prose in sections, headings as printed, lines of the layout joined to sentences. Page numbers, paths of the
 * website and buttons are no prose.
 */
import type { NarrativeSection } from '../report.ts';
import { isHeading, partOpened } from './headings.ts';
import { isPageNumber } from './source/page-number.ts';
import type { Cell, Piece } from './source/piece.ts';
import { fold } from './tables/fold.ts';

const BUTTONS =
  /^(?:[[【(]?(?:打印|关闭|返回|收藏|纠错|分享|下载|字体|字号|扫一扫|上一篇|下一篇|附件|相关(?:链接|附件|文档|解读|阅读)|主办|承办|协办|版权|网站地图|网站标识|技术支持|联系我们|责任编辑|信息来源|来源|浏览|点击|阅读次数|当前位置|您的位置|首页))|备案|公网安备|ICP|政府网站标识码/;
const RUN_IN = /^([（(][一二三四五六七八九十]{1,2}[）)]\s*[^。：:；;，,…]{2,28}?)(?:[。：:]|…+)\s*(\S[\s\S]*)$/;
const ENDS = /[。！？!?…][”"’』」）)]*$/;
/** Before the introduction stand the title, the path of the page and its particulars. */
const PARTICULARS = /[>»]|^[^，。；,]{0,12}[:：]|(?:年度?报告|年报)[）)]?$/;
const PREFACE_LENGTH = 18;
/** A heading without a number, which the next line does not go on from. */
const BARE_HEADING = /^[^，。；：:,]{2,22}(?:情况|方面|问题|措施|事项)$/;

export function narrativeOf(pieces: readonly Piece[]): NarrativeSection[] {
  const sections: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  let open = false;
  let last = false;
  const section = () => sections.at(-1)!;
  for (const piece of pieces) {
    const text = printed(piece);
    if (text === null) continue;
    if (BUTTONS.test(text) && text.length < 60 && !ENDS.test(text)) {
      if (last) break;
      continue;
    }
    if (isHeading(text)) {
      sections.push({ heading: text.replace(/…+$/, ''), paragraphs: [] });
      last = partOpened(text) === 'other';
      open = false;
      continue;
    }
    const runIn: RegExpExecArray | null = open ? null : RUN_IN.exec(text);
    if (runIn) sections.push({ heading: runIn[1]!.trim(), paragraphs: [] });
    const words: string = runIn ? runIn[2]! : text;
    const { heading, paragraphs } = section();
    if (heading === '' && paragraphs.length === 0 && (words.length < PREFACE_LENGTH || PARTICULARS.test(words)))
      continue;
    if (open && paragraphs.length > 0) paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1)!, words);
    else paragraphs.push(words);
    const complete: boolean =
      ENDS.test(words) || (piece.kind === 'line' && piece.whole) || (!open && BARE_HEADING.test(words));
    open = !complete;
  }
  return sections
    .map(({ heading, paragraphs }) => ({ heading, text: paragraphs.join('\n') }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

/** Prose of a piece; rows of tables that are not the form's have none. */
function printed(piece: Piece): string | null {
  const text = piece.kind === 'line' ? piece.text : aloneIn(piece.cells);
  const trimmed = text
    .replace(/[\u00a0\u3000\t ]+/g, ' ')
    .replace(/\*\*/g, '')
    .trim();
  return trimmed === '' || isPageNumber(trimmed) || /^\d{1,3}$/.test(fold(trimmed)) ? null : trimmed;
}

/** What stands alone in a row of a sheet is a heading or a sentence, where it reads like one. */
function aloneIn(cells: readonly Cell[]): string {
  const [only, ...others] = cells.filter(({ own, text }) => own && text.trim() !== '').map(({ text }) => text);
  if (only === undefined || others.length > 0) return '';
  return cells.length === 1 || isHeading(only) || ENDS.test(only.trim()) ? only : '';
}

function joined(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
}
