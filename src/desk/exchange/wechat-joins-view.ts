/** 公众号接口 on screen: how each account is joined, what was not taken and why, and what the last comparison found. */
import { accountTitle } from '../../exchange/accounts/media-account.ts';
import { accountsOf } from '../../exchange/store/accounts/accounts.ts';
import { lastArticles } from '../../exchange/store/wechat/ask-platform.ts';
import { joinsOf } from '../../exchange/store/wechat/joins.ts';
import { wechatPostsOf } from '../../exchange/store/wechat/posts.ts';
import { WECHAT_COMPARE, WECHAT_WORKS, type WechatBody } from '../../exchange/store/wechat/works.ts';
import { ARTICLE_DIFFERENCES } from '../../exchange/wechat/compare-articles.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { piecesNamed } from '../../platform/outbox/pieces.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { agencyNames } from '../agency-names.ts';
import type { WechatJoins, WechatJoinView, WechatPieceView } from '../contract/wechat.ts';
import type { DeskDeps } from '../desk.ts';

export async function wechatJoins({ house, config }: DeskDeps, agencies: readonly AgencyId[]): Promise<WechatJoins> {
  const { db, now } = house;
  const joins = await joinsOf(db, agencies);
  const nameOf = await agencyNames(db);
  const accounts = (await accountsOf(db, agencies, yearOf(civilDateAt(now()))))
    .map(({ account }) => account)
    .filter(({ platform, closed, id }) => platform === 'wechat' && (closed === null || joins.has(id)));
  const views: WechatJoinView[] = [];
  for (const account of accounts) {
    const join = joins.get(account.id);
    const pieces = await piecesOf(db, account.id, agencies);
    const compared = await lastArticles(db, account.id);
    views.push({
      ...{ accountId: account.id, account: accountTitle(account), agency: nameOf(account.agencyId) },
      join: join
        ? { appId: join.appId, secretFile: join.secretFile, callbackFile: join.callbackFile, open: join.open }
        : null,
      callbackUrl: `${config.publicUrl ?? ''}/wechat/${account.id}`,
      ...{ waiting: pieces.filter(({ dead }) => !dead).length, pieces },
      compared: compared
        ? {
            ...{ at: compared.at.toISOString(), ours: compared.ours, theirs: compared.theirs },
            ...{ underWay: compared.underWay, found: compared.found },
            differences: compared.differences.map(({ kind, title }) => ({ kind: ARTICLE_DIFFERENCES[kind], title })),
          }
        : null,
    });
  }
  return { secrets: config.secretsFolder !== undefined, accounts: views };
}

async function piecesOf(db: Db, accountId: string, agencies: readonly AgencyId[]): Promise<WechatPieceView[]> {
  const titles = new Map(
    (await wechatPostsOf(db, { accountId, agencyIds: agencies })).map(({ post }) => [post.id, post.title]),
  );
  const views: WechatPieceView[] = [];
  for (const state of ['dead', 'waiting'] as const)
    for (const work of WECHAT_WORKS)
      for (const { id, body, attempts, at, said } of await piecesNamed(db, `${work}:${accountId}:`, state)) {
        const title = work === WECHAT_COMPARE ? '对账' : (titles.get((body as WechatBody).postId) ?? '较早的文章');
        views.push({ id, title, dead: state === 'dead', attempts, at: at.toISOString(), said });
      }
  return views;
}
