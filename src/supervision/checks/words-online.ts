/** 网上已有的个人信息和错词 [SUP-11]: the checks a draft passes before release, held to what already stands on the web. */
import type { WordFinder } from '../../review/county-words.ts';
import { findingsInWords } from '../../review/findings-in-words.ts';
import type { FindingKindName, Mark } from '../finding-kinds.ts';
import { markOf, type PageCheck } from '../seen-page.ts';

/**
 * The words of head and foot stand on every page: they are judged once, on the home page. What is folded away, beside a picture or in the title only is read by
 * people and machines as well.
 */
export const wordsOnline: PageCheck = ({ url, depth, content, site }) => {
  const { words, frameWords, hiddenWords, besideWords, title } = content;
  const parts = [...(depth === 0 ? [frameWords] : []), words, hiddenWords];
  const all = parts.join('\n');
  // Titles repeat the heading, texts beside a picture its caption.
  const more = [title, ...besideWords.split('\n')].filter((part) => part !== '' && !all.includes(titleOnly(part)));
  return marksInWords([...parts, ...more].filter((part) => part !== '').join('\n'), url, site.words);
};

/** Without the name of the site behind it. */
const titleOnly = (title: string) => title.split(/[_|—–-]/)[0]!.trim();

/** One for each kind, however often it stands there: the page is mended as a whole. */
export function marksInWords(words: string, url: string, finder: WordFinder): Mark[] {
  const byKind = new Map<FindingKindName, string[]>();
  for (const { code, severity, says } of findingsInWords(words, '/', finder)) {
    const kind = KINDS[`${code} ${severity}`] ?? KINDS[code];
    if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), says]);
  }
  return [...byKind].map(([kind, said]) =>
    markOf(kind, url, said.length > 1 ? `${said[0]}一共 ${said.length} 处。` : said[0]!),
  );
}

const KINDS: Readonly<Record<string, FindingKindName>> = {
  'REV-10 error': 'personalInformation',
  'REV-10': 'perhapsPersonal',
  'REV-11': 'forbiddenWord',
  'REV-12': 'wrongWord',
};
