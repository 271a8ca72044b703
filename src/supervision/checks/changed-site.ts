/**
 * 外链变异 [SUP-21]: a site of others that has become another: its title shares next to nothing with the one that is remembered, or speaks of what no
 * government links to. A title that was merely touched up is left in peace.
 */
import { markOf } from '../seen-page.ts';

const SUSPICIOUS = /博彩|赌场|赌博|彩票|棋牌|百家乐|成人|色情|裸聊|代孕|六合彩|娱乐城|老虎机|私服/;
const ALIKE = 0.3;

export function changedSite(url: string, title: string, remembered: string | undefined) {
  if (SUSPICIOUS.test(title)) return [markOf('changedSite', url, `外站的标题是“${title}”。`)];
  if (remembered === undefined || title === '' || remembered === '') return [];
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
