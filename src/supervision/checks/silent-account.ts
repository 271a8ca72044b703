/**
 * 政务新媒体不更新 [SUP-37, MSG-19] (国办秘函〔2019〕19号 政务新媒体单项否决；2 周为推论): each account by its own last post, one that never posted by its opening. The worst
 * speaks for all.
 */
import { accountTitle, type MediaAccount, PLATFORMS } from '../../exchange/accounts/media-account.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { VERDICTS, type Verdict } from '../verdict.ts';
import { freshness } from './column-freshness.ts';

export interface PostingAccount {
  readonly account: MediaAccount;
  readonly lastPost: CivilDate | null;
}

/** @returns undefined for one that is closed, or does not live by what is posted */
export function silence(
  { account, lastPost }: PostingAccount,
  today: CivilDate,
): (Verdict & { readonly due: CivilDate }) | undefined {
  if (account.closed || !PLATFORMS[account.platform].posts) return undefined;
  const since = lastPost && lastPost > account.openedOn ? lastPost : account.openedOn;
  const said = lastPost ? `最近一次发布是 ${lastPost}` : `${account.openedOn} 开设，没有登记过发布`;
  return judged(`${accountTitle(account)}${said}`, since, today);
}

/** @param loosePost day of the last post recorded without an account, where there are no accounts; null where there is none */
export function silentAccounts(
  accounts: readonly PostingAccount[],
  loosePost: CivilDate | null,
  today: CivilDate,
): Verdict {
  const verdicts = accounts.flatMap((one) => silence(one, today) ?? []);
  if (verdicts.length > 0) {
    const { due: _, ...worst } = verdicts.reduce((a, b) => (b.daysLeft! < a.daysLeft! ? b : a));
    const others = verdicts.filter(({ state }) => VERDICTS[state].rank >= VERDICTS.warning.rank).length - 1;
    return others > 0 ? { ...worst, says: `${worst.says}另有 ${others} 个账号也快要或者已经超限。` } : worst;
  }
  if (loosePost === null)
    return { state: 'notLooked', says: '台账里没有在用的账号，也没有登记过信息，看不出有没有更新。' };
  const { due: _, ...verdict } = judged(`最近一次发布是 ${loosePost}`, loosePost, today);
  return verdict;
}

function judged(said: string, since: CivilDate, today: CivilDate): Verdict & { readonly due: CivilDate } {
  const { state, due, daysLeft } = freshness('news', since, today)!;
  const until = `${said}，${due} 期满`;
  if (state === 'stale') return { state: 'failed', says: `${until}，属于单项否决。`, daysLeft, due };
  if (state === 'due') return { state: 'urgent', says: `${until}，就是今天。`, daysLeft, due };
  return { state: state === 'warning' ? 'warning' : 'fine', says: `${until}。`, daysLeft, due };
}
