/** 公众号文章的办理 [XCH-24…XCH-28]: written, reviewed, sent; what the platform made of it; taken down. */
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import type { Chains } from '../../publications/review/chains.ts';
import type { EditionMark, NewMark } from '../../publications/review/edition-mark.ts';
import { refuseReviewStep, refuseUnreviewed, reviewStanding } from '../../publications/review/standing.ts';
import { stepOf } from '../../publications/review/steps.ts';
import type { WordFinder } from '../../review/county-words.ts';
import type { Finding } from '../../review/finding.ts';
import { findingsInWords } from '../../review/findings-in-words.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { MediaAccount } from '../accounts/media-account.ts';
import type { PlatformsVerb, WechatCommand } from './commands.ts';
import { WECHAT_BASIS, type WechatJoin } from './wechat-join.ts';
import { hashOfPost, LONGEST_POST, type PostWords, type WechatPost } from './wechat-post.ts';

export interface LoadedWechat {
  readonly agencyId: AgencyId;
  readonly account: MediaAccount;
  readonly join: WechatJoin | null;
  readonly post: WechatPost | null;
  /** The document the words come from, as it stands now. */
  readonly document: {
    readonly isPublic: boolean;
    readonly marks: readonly EditionMark[];
    /** Finds the words in force for its agency. */
    readonly finder: WordFinder;
  };
  /** 审校规则 of that document. */
  readonly chains: Chains;
}

export const NO_SUCH_WECHAT_POST = refuse('NO_SUCH_POST', WECHAT_BASIS, '没有这篇文章，请刷新列表。');
const REVIEW = '先审后发制度';

export function decideWechat(
  loaded: LoadedWechat,
  command: WechatCommand,
  scene: Scene,
): Decision<WechatPost> | Refusal {
  if (command.verb === 'writePost') return written(loaded, command.documentId, command.written, scene);
  const post = loaded.post!;
  switch (command.verb) {
    case 'revisePost':
      return revised(post, command.written, scene);
    case 'dropPost':
      return ended(post, command.why, 'dropped', 'wechatPostDropped', '请写明为什么不发了。');
    case 'takePostDown':
      return ended(post, command.why, 'takingDown', 'wechatTakeDownAsked', '请写明为什么撤下。');
    case 'postPublished':
    case 'postFailed':
    case 'postTakenDown':
      return told(post, command);
  }
  if (command.hash !== post.hash) return STALE;
  if (command.verb === 'sendPost') return sent(loaded, post);
  if (command.verb === 'submitPost') return submitted(loaded, post, scene);
  const { step } = command;
  const refusal = refuseReviewStep(loaded.chains, post.marks, post, step, scene.actor.id);
  if (refusal) return refusal;
  const { basis } = stepOf(step);
  if (command.verb === 'passPost') {
    const mark = { type: 'passed', step, edition: post.hash, said: command.opinion.trim() } as const;
    return marked(post, mark, scene, 'wechatStepPassed', basis);
  }
  const said = command.reason.trim();
  if (said === '') return refuse('REV-8', basis, '请写明退回的理由，让拟稿人知道改什么。');
  return marked(
    post,
    { type: 'returned', step, to: 'author', edition: post.hash, said },
    scene,
    'wechatStepReturned',
    basis,
  );
}

const STALE = refuse(
  'STALE',
  '办理流程',
  '你打开以后文章有了修改，看到的不是现在这一稿。这一步没有办理，请刷新，看过再定。',
);

/** What stops a sending, of the account and of the original. */
function refuseGround({ account, join, document }: LoadedWechat): Refusal | undefined {
  if (account.closed) return refuse('WRONG_STATE', WECHAT_BASIS, '这个账号已经注销，不能再发。');
  if (!join?.open)
    return refuse('XCH-23', WECHAT_BASIS, '这个公众号没有接入，或者已经停用。请系统管理员在“公众号接口”里接入。');
  if (!document.isPublic)
    return refuse('XCH-24', WECHAT_BASIS, '原文没有在网站公开，或者已经撤回。先在网站公开，再发到公众号。');
  return undefined;
}

function refuseWords({ title, digest, words }: PostWords): Refusal | undefined {
  if (title === '') return refuse('XCH-24', WECHAT_BASIS, '请填写标题。');
  if (words === '') return refuse('XCH-24', WECHAT_BASIS, '请填写正文，可以从原文里选。');
  const long = (
    [
      ['title', '标题', title],
      ['digest', '摘要', digest],
      ['words', '正文', words],
    ] as const
  ).find(([name, , text]) => text.length > LONGEST_POST[name]);
  return (
    long &&
    refuse('XCH-24', WECHAT_BASIS, `${long[1]}有 ${long[2].length} 字，平台最多 ${LONGEST_POST[long[0]]} 字，请缩短。`)
  );
}

const tidied = ({ title, digest, words }: PostWords): PostWords => ({
  ...{ title: title.trim(), digest: digest.trim(), words: words.trim() },
});

function written(
  loaded: LoadedWechat,
  documentId: string,
  given: PostWords,
  { actor, newId }: Scene,
): Decision<WechatPost> | Refusal {
  const text = tidied(given);
  const wrong = refuseGround(loaded) ?? refuseWords(text);
  if (wrong) return wrong;
  const { account, agencyId } = loaded;
  const next: WechatPost = {
    ...{ ...text, id: newId(), accountId: account.id, agencyId, documentId, hash: hashOfPost(text, documentId) },
    ...{
      editedBy: actor.id,
      formerEditors: [],
      marks: [],
      state: 'written',
      round: 0,
      articleId: null,
      url: '',
      said: '',
    },
  };
  return {
    next,
    entry: {
      verb: 'wechatPostWritten',
      subject: next.id,
      agencyId,
      basis: WECHAT_BASIS,
      content: { documentId, ...text },
    },
  };
}

function revised(post: WechatPost, given: PostWords, { actor }: Scene): Decision<WechatPost> | Refusal {
  const text = tidied(given);
  const wrong = refuseWords(text);
  if (wrong) return wrong;
  const hash = hashOfPost(text, post.documentId);
  if (hash === post.hash) return refuse('NOTHING_CHANGED', WECHAT_BASIS, '没有改动，不用保存。');
  const formerEditors = [...new Set([...post.formerEditors, post.editedBy])].filter((id) => id !== actor.id);
  const next: WechatPost = { ...post, ...text, hash, editedBy: actor.id, formerEditors, state: 'written' };
  const { id: subject, agencyId } = post;
  return { next, entry: { verb: 'wechatPostRevised', subject, agencyId, basis: WECHAT_BASIS, content: text } };
}

/** 机器检查: what was let stand in the original stands here too. */
export function findingsOfPost(
  { title, digest, words }: PostWords,
  { marks, finder }: LoadedWechat['document'],
): Finding[] {
  const cleared = new Set(marks.flatMap((mark) => (mark.type === 'cleared' ? [mark.finding] : [])));
  const texts = [
    ['title', title],
    ['digest', digest],
    ['words', words],
  ] as const;
  return texts.flatMap(([where, text]) => findingsInWords(text, where, finder)).filter(({ key }) => !cleared.has(key));
}

function refuseFound(post: WechatPost, document: LoadedWechat['document']): Refusal | undefined {
  const errors = findingsOfPost(post, document).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  return first && refuse(first.code, first.basis, errors.map(({ says, advice }) => says + advice).join('\n'));
}

function submitted({ chains, document }: LoadedWechat, post: WechatPost, scene: Scene): Decision<WechatPost> | Refusal {
  if (reviewStanding(chains, post.marks, post.hash).state !== 'notSubmitted')
    return refuse('STALE', '办理流程', '这一稿已经送审，不需要再送。请刷新后查看。');
  const refusal = refuseFound(post, document);
  return refusal ?? marked(post, { type: 'submitted', edition: post.hash, said: '' }, scene, 'wechatSubmitted', REVIEW);
}

/** [XCH-26] Reviewed as on the site, looked at by the machine as on the site. */
function sent(loaded: LoadedWechat, post: WechatPost): Decision<WechatPost> | Refusal {
  const refusal =
    refuseGround(loaded) ?? refuseUnreviewed(loaded.chains, post.marks, post) ?? refuseFound(post, loaded.document);
  if (refusal) return refusal;
  const next: WechatPost = { ...post, state: 'sending', round: post.round + 1, said: '' };
  const { id: subject, agencyId, hash } = post;
  return {
    next,
    entry: { verb: 'wechatPostSent', subject, agencyId, basis: art(23), content: { hash, round: next.round } },
  };
}

function ended(
  post: WechatPost,
  given: string,
  state: 'dropped' | 'takingDown',
  verb: string,
  asks: string,
): Decision<WechatPost> | Refusal {
  const why = given.trim();
  if (why === '') return refuse('WHY_MISSING', WECHAT_BASIS, asks);
  const { id: subject, agencyId } = post;
  return {
    next: { ...post, state, said: why },
    entry: { verb, subject, agencyId, basis: WECHAT_BASIS, content: { why } },
  };
}

/** [XCH-25] What the platform said of this sending; of an earlier one it says nothing any more. */
function told(post: WechatPost, command: PlatformsVerb): Decision<WechatPost> | Refusal {
  if ('round' in command && command.round !== post.round) return STALE;
  const { id: subject, agencyId } = post;
  const entry = (verb: string, content: object) => ({ verb, subject, agencyId, basis: WECHAT_BASIS, content });
  if (command.verb === 'postFailed') {
    const { why } = command;
    return { next: { ...post, state: 'failed', said: why }, entry: entry('wechatPostFailed', { why }) };
  }
  if (command.verb === 'postTakenDown')
    return { next: { ...post, state: 'takenDown' }, entry: entry('wechatPostTakenDown', {}) };
  const { articleId, url } = command;
  return {
    next: { ...post, state: 'published', articleId, url, said: '' },
    entry: entry('wechatPostPublished', { articleId, url, hash: post.hash }),
  };
}

function marked(
  post: WechatPost,
  mark: NewMark,
  { actor, at }: Scene,
  verb: string,
  basis: string,
): Decision<WechatPost> {
  const made = { ...mark, n: post.marks.length + 1, by: actor.id, at: at.toISOString() };
  const { id: subject, agencyId } = post;
  return { next: { ...post, marks: [...post.marks, made] }, entry: { verb, subject, agencyId, basis, content: mark } };
}
