/**
 * 外链变异 [SUP-21]: a site of others that has become another: its title shares next to nothing with the one that is remembered, or speaks of what no
 * government links to, or its name is for sale. A title that was merely touched up is left in peace, and so is a site that is being worked on.
 */
import type { Mark } from '../finding-kinds.ts';
import type { PageContent } from '../page-content.ts';
import { markOf } from '../seen-page.ts';
import { foreignGamblingIn } from './planted-words.ts';

const SUSPICIOUS =
  /博彩|赌场|赌博|棋牌|百家乐|色情|裸聊|代孕|六合彩|娱乐城|老虎机|私服|(?<!福利|体育|福|体|中国)彩票(?!发行|管理)|成人(?!教育|高考|高等|学历|学校|本科|专科|自考|礼|仪式|技|考试|中专|继续)/;
/** What fights these things speaks of them. */
const AGAINST = /打击|整治|查处|举报|严禁|防范|警惕|禁毒|扫黄|公安|警方|法院|检察/;
/** 停放的域名. */
const FOR_SALE =
  /(?:域名|米)(?:出售|转让|待售|停放|抢注|拍卖|已?(?:经)?(?:过期|到期))|(?:buy|purchase) this domain|domain (?:name )?(?:is |may be )?(?:for sale|parked|expired|has expired)|hugedomains|this domain|parked (?:free|domain)/i;
const WORKED_ON = /维护|升级|建设中|调整中|暂停访问|maintenance|under construction/i;
const ALIKE = 0.3;
/** A parked name has little else to say. */
const LITTLE = 1_500;

export function changedSite(
  url: string,
  content: Pick<PageContent, 'title' | 'words'>,
  remembered: string | undefined,
): Mark[] {
  const { title, words } = content;
  if (SUSPICIOUS.test(title) && !AGAINST.test(title)) return [markOf('changedSite', url, `外站的标题是“${title}”。`)];
  if (FOR_SALE.test(title) || (words.length <= LITTLE && FOR_SALE.test(words)))
    return [markOf('changedSite', url, `外站的域名正在出售或者已经过期，标题是“${title}”。`)];
  if (foreignGamblingIn(`${title}\n${words.slice(0, 3_000)}`))
    return [markOf('changedSite', url, `外站成了外文的赌博、色情网站，标题是“${title}”。`)];
  if (remembered === undefined || title === '' || remembered === '' || WORKED_ON.test(title)) return [];
  return likeness(title, remembered) < ALIKE
    ? [markOf('changedSite', url, `外站的标题原来是“${remembered}”，现在是“${title}”。`)]
    : [];
}

/** Dice's measure over pairs of letters, 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, other] = [pairs(a), pairs(b)];
  if (one.size === 0 || other.size === 0) return a === b ? 1 : 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/[\s\d\-_|·—–]/g, '').toLowerCase()];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
}
