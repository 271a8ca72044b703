/** 新媒体信息 MediaPost [MSG-17, MSG-18]: one thing posted on one account, counted where and when it was posted. What was taken down counts no more. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Hand } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import type { Decision, Scene } from '../../perform.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { MediaAccount } from './media-account.ts';
import { readPostLines } from './post-lines.ts';

export interface MediaPost {
  readonly id: string;
  readonly accountId: string;
  readonly agencyId: AgencyId;
  readonly title: string;
  readonly postedOn: CivilDate;
  /** Empty where nobody wrote it down. */
  readonly url: string;
  readonly recordedBy: Hand;
  readonly withdrawn: { readonly on: CivilDate; readonly why: string } | null;
}

export type PostCommand =
  | {
      readonly verb: 'recordPosts';
      readonly accountId: string /** A line each: day, title, address. */;
      readonly lines: string;
    }
  | { readonly verb: 'withdrawPost'; readonly postId: string; readonly why: string };

export interface LoadedPosts {
  readonly account: MediaAccount;
  /** The one that is taken down. */
  readonly post: MediaPost | null;
  /** `day title` of those that count already, of the days that were written. */
  readonly known: ReadonlySet<string>;
}

export const POST_BASIS = '《条例》第五十条；国办秘函〔2019〕19号（政务新媒体检查指标）';

export const NO_SUCH_POST = refuse('NO_SUCH_POST', POST_BASIS, '没有这条信息，请刷新列表。');

export const POST_ROLES: readonly RoleName[] = ['editor', 'officeHead'];

export function permitPosts(actor: Actor, { account }: Pick<LoadedPosts, 'account'>): Permission {
  return requireRole(actor, POST_ROLES, account.agencyId);
}

export const keyOfPost = ({ postedOn, title }: Pick<MediaPost, 'postedOn' | 'title'>) => `${postedOn} ${title}`;

export function decidePosts(
  loaded: LoadedPosts,
  command: PostCommand,
  scene: Scene,
): Decision<readonly MediaPost[]> | Refusal {
  return command.verb === 'recordPosts'
    ? recorded(loaded, command.lines, scene)
    : withdrawn(loaded.post!, command.why, scene);
}

function recorded(
  { account, known }: LoadedPosts,
  text: string,
  { actor, newId, today }: Scene,
): Decision<readonly MediaPost[]> | Refusal {
  const last = account.closed?.on ?? today;
  const lines = readPostLines(text, { first: account.openedOn, last }, known);
  if (!Array.isArray(lines)) return refuse('MSG-17', POST_BASIS, lines.says);
  const next = lines.map(({ on, title, url }) => ({
    ...{ id: newId(), accountId: account.id, agencyId: account.agencyId, title, postedOn: on, url },
    ...{ recordedBy: actor.id, withdrawn: null },
  }));
  const content = next.map(({ title, postedOn, url }) => ({ title, postedOn, url }));
  const { id: subject, agencyId } = account;
  return { next, entry: { verb: 'postsRecorded', subject, agencyId, basis: POST_BASIS, content } };
}

function withdrawn(post: MediaPost, why: string, { today }: Scene): Decision<readonly MediaPost[]> | Refusal {
  if (post.withdrawn) return refuse('WRONG_STATE', POST_BASIS, '这条信息已经登记为撤下，不用再登记。');
  if (why.trim() === '') return refuse('WHY_MISSING', POST_BASIS, '请写明为什么撤下；登记错的，也写明错在哪里。');
  const done = { on: today, why: why.trim() };
  const { id, accountId, agencyId } = post;
  const content = { post: id, ...done };
  return {
    next: [{ ...post, withdrawn: done }],
    entry: { verb: 'postWithdrawn', subject: accountId, agencyId, basis: POST_BASIS, content },
  };
}
