/** 公众号文章 on screen: what may be written, how far a post is, and what may be done with it now. */
import { accountTitle } from '../../exchange/accounts/media-account.ts';
import { accountsOf, findAccount } from '../../exchange/store/accounts/accounts.ts';
import { joinsOf } from '../../exchange/store/wechat/joins.ts';
import { findWechatPost, groundOf, isPublic, wechatPostsOf } from '../../exchange/store/wechat/posts.ts';
import { sendingOf } from '../../exchange/store/wechat/progress.ts';
import { findingsOfPost, type LoadedWechat, NO_SUCH_WECHAT_POST } from '../../exchange/wechat/decide.ts';
import { permitPost } from '../../exchange/wechat/permissions.ts';
import { LONGEST_POST, POST_STATES, type WechatPost } from '../../exchange/wechat/wechat-post.ts';
import { type Permission, permitInSome } from '../../people/actor.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { plainText } from '../../publications/body.ts';
import { MARK_TERMS } from '../../publications/review/edition-mark.ts';
import { REVIEW_STATES, refuseReviewStep, reviewStanding } from '../../publications/review/standing.ts';
import { REVIEW_STEPS, type StepName, TRACK_NAMES } from '../../publications/review/steps.ts';
import { findDocument } from '../../publications/store/documents.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { MayDo } from '../contract/media-accounts.ts';
import type { WechatPostView, WechatStart, WechatStepView } from '../contract/wechat.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesWith, enterWith, type Officer, READERS } from '../reach.ts';
import type { WechatQuery } from './wechat-schemas.ts';

/** 谁看文章: whoever writes, reviews or sends, and whoever reads the publications. */
export const WECHAT_READERS = [
  ...new Set([...READERS.publications, ...Object.values(REVIEW_STEPS).flatMap(({ roles }) => [...roles])]),
];

export async function wechatStart(
  officer: Officer,
  { documentId, accountId }: WechatQuery,
  { db, now }: House,
): Promise<WechatStart | Refusal> {
  const agencyIds = enterWith(WECHAT_READERS, officer);
  if (isRefusal(agencyIds)) return agencyIds;
  const accounts = await accountsOf(db, agencyIds, yearOf(civilDateAt(now())));
  const titles = new Map(accounts.map(({ account }) => [account.id, accountTitle(account)]));
  const joins = await joinsOf(db, agenciesWith(['editor'], officer));
  const lines = await wechatPostsOf(db, { agencyIds, ...(accountId ? { accountId } : {}) });
  return {
    lines: lines
      .filter(({ post }) => documentId === undefined || post.documentId === documentId)
      .map(({ post, changedAt, submitted }) => ({
        ...{ id: post.id, title: post.title, account: titles.get(post.accountId) ?? '' },
        ...{ state: stateTerm(post, submitted), changedAt: changedAt.toISOString() },
      })),
    accounts: accounts
      .filter(({ account }) => account.closed === null && joins.get(account.id)?.open)
      .map(({ account }) => ({ name: account.id, term: accountTitle(account) })),
    original: documentId === undefined ? null : await originalOf(db, documentId),
  };
}

async function originalOf(db: Db, documentId: string): Promise<WechatStart['original']> {
  const document = await findDocument(db, documentId);
  if (!document?.live || !isPublic(document)) return null;
  const { particulars, bodyHtml } = document.live;
  return {
    documentId,
    title: particulars.title.slice(0, LONGEST_POST.title),
    digest: particulars.summary.slice(0, LONGEST_POST.digest),
    words: plainText(bodyHtml).slice(0, LONGEST_POST.words),
  };
}

function stateTerm({ state }: WechatPost, submitted: boolean): string {
  return state === 'sending' && submitted ? '平台已受理，还没有发布' : POST_STATES[state].term;
}

/** The same answer whether it is another agency's or none at all. */
export async function wechatPostFor(
  officer: Officer,
  id: string,
  { db }: Pick<House, 'db'>,
): Promise<WechatPost | Refusal> {
  const agencies = enterWith(WECHAT_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const post = await findWechatPost(db, id);
  return post && agencies.includes(post.agencyId) ? post : NO_SUCH_WECHAT_POST;
}

export async function wechatPostView(officer: Officer, id: string, house: House): Promise<WechatPostView | Refusal> {
  const post = await wechatPostFor(officer, id, house);
  if (isRefusal(post)) return post;
  const { db } = house;
  const ground = await groundOf(db, post.accountId, post.documentId);
  const [account, document] = [await findAccount(db, post.accountId), await findDocument(db, post.documentId)];
  const names = await namesOfOfficers(db, [...new Set([post.editedBy, ...post.marks.map(({ by }) => by)])]);
  const sending = await sendingOf(db, post.id, post.round);
  const standing = reviewStanding(ground.chains, post.marks, post.hash);
  const may = (verb: 'revisePost' | 'submitPost' | 'sendPost' | 'dropPost' | 'takePostDown') =>
    mayDo(permitInSome(officer, (as) => permitPost(as, verb, post)));
  return {
    ...{ id, accountId: post.accountId, account: account ? accountTitle(account) : '', documentId: post.documentId },
    documentTitle: (document?.live ?? document?.draft)?.particulars.title ?? '',
    ...{ title: post.title, digest: post.digest, words: post.words, hash: post.hash, url: post.url, said: post.said },
    state: stateTerm(post, sending?.publishId != null),
    standing: saysOf(post, sending?.publishId != null, ground, standing.state),
    review: { state: REVIEW_STATES[standing.state], steps: stepsOf(officer, post, ground) },
    marks: post.marks.map((mark) => ({
      what: 'step' in mark ? `${REVIEW_STEPS[mark.step].term}${MARK_TERMS[mark.type]}` : MARK_TERMS[mark.type],
      ...{ by: handOf({ by: mark.by }, names), at: mark.at, said: mark.said },
    })),
    findings: findingsOfPost(post, ground.document).map(({ severity, says, advice }) => ({ severity, says, advice })),
    may: {
      revise: may('revisePost'),
      submit:
        standing.state === 'notSubmitted' && asksReview(ground) ? may('submitPost') : { allowed: false, why: null },
      send: may('sendPost'),
      drop: may('dropPost'),
      takeDown: may('takePostDown'),
    },
    longest: LONGEST_POST,
  };
}

type Ground = Pick<LoadedWechat, 'join' | 'document' | 'chains'>;

const asksReview = ({ chains }: Ground) => TRACK_NAMES.some((track) => chains[track].length > 0);

function saysOf(post: WechatPost, submitted: boolean, ground: Ground, review: keyof typeof REVIEW_STATES): string {
  switch (post.state) {
    case 'sending':
      return submitted
        ? '平台已经受理，还没有发布；系统会一直问到有结果。'
        : '正在交给平台；没有成的会自动再试，进展由系统管理员在“公众号接口”里看。';
    case 'published':
      return '平台已经发布，计入媒体账号台账。';
    case 'takingDown':
      return '正在从平台撤下。';
    case 'takenDown':
      return `已经从平台撤下：${post.said}`;
    case 'dropped':
      return `不发了：${post.said}`;
    default:
      if (!ground.document.isPublic) return '原文没有在网站公开，或者已经撤回，不能发出。';
      if (post.state === 'failed') return `没有发布成：${post.said}`;
      if (!asksReview(ground)) return '由另一位发布人看过后发出。';
      return {
        notSubmitted: '还没有送审。',
        withAuthor: '已经退回拟稿人。',
        inReview: '正在审校。',
        passed: '审校完成，由发布人发出。',
      }[review];
  }
}

function stepsOf(officer: Officer, post: WechatPost, { chains }: Ground): WechatStepView[] {
  const { passed, awaits, state } = reviewStanding(chains, post.marks, post.hash);
  return TRACK_NAMES.flatMap((track) => [...chains[track]]).map((name: StepName) => {
    const { term, looksAt } = REVIEW_STEPS[name];
    const permission = permitInSome(officer, (as): Permission => {
      const permitted = permitPost(as, 'passPost', post, name);
      const refusal = permitted.allowed ? refuseReviewStep(chains, post.marks, post, name, as.id) : undefined;
      return refusal ? { allowed: false, refusal } : permitted;
    });
    return {
      ...{ name, term, looksAt, passed: passed.some(({ step }) => step === name), may: mayDo(permission) },
      awaited: state === 'inReview' && TRACK_NAMES.some((track) => awaits[track] === name),
    };
  });
}

function mayDo(permission: Permission): MayDo {
  return { allowed: permission.allowed, why: permission.allowed ? null : permission.refusal.says };
}
