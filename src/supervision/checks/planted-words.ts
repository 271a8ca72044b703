/**
 * 植入的内容 [SUP-88]: words of gambling and pornography where no reader of a government looks for them: folded away, in what the page tells machines of itself, or in
 * another language anywhere. One word may be met by chance, and whoever fights these things speaks of them: it takes two, and none that speaks against them.
 */
import { markOf, type PageCheck } from '../seen-page.ts';

const IN_CHINESE =
  /百家乐|六合彩|老虎机|娱乐城|真人(?:视讯|娱乐|荷官)|葡京|太阳城|威尼斯人|博彩|赌场|时时彩|北京赛车|棋牌|捕鱼|体育投注|菠菜|裸聊|一夜情|约炮|成人(?:电影|视频|影院)|代孕|私服|代开发票|迷药|皇冠体育|开户送|注册送|送彩金/g;
const FOREIGN =
  /\b(?:casinos?|slots?|jackpot|betting|sportsbook|gambling|poker|baccarat|roulette|porn\w*|xxx|viagra|cialis|judi|togel|taruhan|sbobet|bandar)\b|สล็อต|บาคาร่า|คาสิโน|แทงบอล|พนัน|หวย|cá cược|nhà cái|sòng bạc|đánh bạc|カジノ|スロット|카지노|바카라|토토|슬롯|казино|ставки|слоты/giu;
const AGAINST = /打击|整治|查处|严禁|禁止|防范|警惕|举报|违法|犯罪|案件|专项|谨防|anti-|illegal/i;

export const plantedWords: PageCheck = ({ url, content }) => {
  const { title, meta, hiddenWords, words } = content;
  const told = [title, ...['keywords', 'description'].flatMap((name) => meta.get(name) ?? [])].join('\n');
  const unseen = twoOf(hiddenWords, IN_CHINESE) ?? twoOf(hiddenWords, FOREIGN);
  if (unseen) return [markOf('plantedWords', url, `看不见的地方有“${unseen.join('”“')}”这样的文字。`, 'hidden')];
  const forMachines = twoOf(told, IN_CHINESE) ?? twoOf(told, FOREIGN);
  if (forMachines)
    return [markOf('plantedWords', url, `标题、关键词或者描述里有“${forMachines.join('”“')}”这样的文字。`, 'told')];
  const seen = twoOf(words, FOREIGN);
  return seen ? [markOf('plantedWords', url, `正文里有“${seen.join('”“')}”这样的外文。`, 'foreign')] : [];
};

/** 外文赌博、色情: three words of it. */
export function foreignGamblingIn(text: string): boolean {
  return new Set(text.toLowerCase().match(FOREIGN) ?? []).size >= 3 && !AGAINST.test(text);
}

function twoOf(text: string, words: RegExp): readonly string[] | undefined {
  if (text === '') return undefined;
  const found = new Set(text.toLowerCase().match(words) ?? []);
  return found.size >= 2 && !AGAINST.test(text) ? [...found].slice(0, 3) : undefined;
}
