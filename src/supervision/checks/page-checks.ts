/** 逐页检查: every check of one page, in the order they are told. */
import type { PageCheck } from '../seen-page.ts';
import { columnMarks, columnOf } from './columns-online.ts';
import { footerBlock } from './footer-block.ts';
import { foreignScripts } from './foreign-scripts.ts';
import { hiddenLinks } from './hidden-links.ts';
import { metaTags } from './meta-tags.ts';
import { miswrittenLinks } from './miswritten-links.ts';
import { mixedContent } from './mixed-content.ts';
import { plantedWords } from './planted-words.ts';
import { slowPage } from './slow-page.ts';
import { wordsOnline } from './words-online.ts';

const columns: PageCheck = (page) => {
  const column = columnOf(page);
  return column ? columnMarks(column, page.today) : [];
};

export const PAGE_CHECKS: readonly PageCheck[] = [
  wordsOnline,
  hiddenLinks,
  plantedWords,
  foreignScripts,
  mixedContent,
  miswrittenLinks,
  columns,
  slowPage,
  metaTags,
  footerBlock,
];
