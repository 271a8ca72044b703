/** 分词: jieba for the words of titles. Its dictionary costs 50 MB and a fifth of a second, so it is loaded at the first use. */
import type { CutWords } from './search-text.ts';

let loading: Promise<CutWords> | undefined;

export function titleCutter(): Promise<CutWords> {
  loading ??= load();
  return loading;
}

async function load(): Promise<CutWords> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cutForSearch(text, true);
}
