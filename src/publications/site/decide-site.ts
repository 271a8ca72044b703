/** 编排站点 [PRT-90, PRT-91, PRT-93]: the home page, the pinned answers, the days of grey. What the public sees at once, so the publisher does it. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { addDays, type CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { DocumentId } from '../document.ts';
import { type GreyPeriod, isGreyOn, LONGEST_GREY_DAYS } from './grey-period.ts';
import { DEFAULT_HOME, type HomeBlock, type NamedByBlocks, refuseBlocks } from './home-blocks.ts';
import { foldedQuery, LONGEST_WORDS, MOST_WORDS, type PinnedAnswer } from './pinned-answer.ts';

export interface HomeArrangement {
  readonly agencyId: AgencyId;
  readonly blocks: readonly HomeBlock[];
  /** 0 while nobody has arranged anything. */
  readonly version: number;
  readonly by: string | null;
  readonly at: Date | null;
}

export type SiteCommand =
  /** `blocks` null: back to the order of the product. `seen`: the version the editor began with. */
  | { readonly verb: 'arrangeHome'; readonly blocks: readonly HomeBlock[] | null; readonly seen: number }
  | { readonly verb: 'pinAnswer'; readonly words: readonly string[]; readonly documentId: DocumentId }
  | { readonly verb: 'unpinAnswer'; readonly pinId: string }
  | {
      readonly verb: 'orderGrey';
      readonly from: CivilDate;
      readonly until: CivilDate;
      readonly orderedBy: string;
      readonly reason: string;
    }
  | { readonly verb: 'endGrey'; readonly greyId: string };

export interface LoadedSite {
  readonly agencyId: AgencyId;
  readonly home: HomeArrangement;
  readonly named: NamedByBlocks;
  /** Those that are pinned now. */
  readonly pins: readonly PinnedAnswer[];
  readonly greys: readonly GreyPeriod[];
}

export type SiteState =
  | { readonly home: HomeArrangement }
  | { readonly pin: PinnedAnswer }
  | { readonly grey: GreyPeriod };

export const SITE_ROLES = ['publisher'] as const;

export function permitSite(actor: Actor, { agencyId }: Pick<LoadedSite, 'agencyId'>): Permission {
  return requireRole(actor, SITE_ROLES, agencyId);
}

export function decideSite(loaded: LoadedSite, command: SiteCommand, scene: Scene): Decision<SiteState> | Refusal {
  switch (command.verb) {
    case 'arrangeHome':
      return arrangeHome(loaded, command, scene);
    case 'pinAnswer':
      return pinAnswer(loaded, command, scene);
    case 'unpinAnswer':
      return unpinAnswer(loaded, command.pinId, scene);
    case 'orderGrey':
      return orderGrey(loaded, command, scene);
    case 'endGrey':
      return endGrey(loaded, command.greyId, scene);
  }
}

type Of<Verb extends SiteCommand['verb']> = Extract<SiteCommand, { verb: Verb }>;

function arrangeHome({ agencyId, home, named }: LoadedSite, { blocks, seen }: Of<'arrangeHome'>, { actor, at }: Scene) {
  if (seen !== home.version)
    return refuse('STALE', art(24), '您打开以后，别的同事改过首页。请刷新看过他的改动，再发布自己的。');
  const next = blocks ?? DEFAULT_HOME;
  const wrong = refuseBlocks(next, named);
  if (wrong) return wrong;
  const arranged = { agencyId, blocks: next, version: home.version + 1, by: actor.id, at };
  return left({ home: arranged }, 'homeArranged', agencyId, agencyId, { blocks: next, version: arranged.version });
}

function pinAnswer({ agencyId, named, pins }: LoadedSite, command: Of<'pinAnswer'>, { actor, at, newId }: Scene) {
  const words = [...new Map(command.words.map((one) => [foldedQuery(one), one.trim()])).entries()].filter(
    ([folded]) => folded !== '',
  );
  if (words.length === 0) return refuse('WORDS_MISSING', art(24), '请写读者会输入的词，一行一个，例如“生育津贴”。');
  if (words.length > MOST_WORDS || words.some(([, word]) => word.length > LONGEST_WORDS))
    return refuse('WORDS_TOO_MANY', art(24), `最多 ${MOST_WORDS} 个词，每个不超过 ${LONGEST_WORDS} 个字。`);
  if (!named.published.has(command.documentId))
    return refuse('NOT_PUBLISHED', art(24), '这条信息没有发布或者已经撤回，不能置顶。请另选一条。');
  const taken = words.find(([folded]) => pins.some((pin) => pin.words.some((one) => foldedQuery(one) === folded)));
  if (taken) return refuse('WORDS_TAKEN', art(24), `“${taken[1]}”已经有置顶的答案。要换成这一条，请先取消原来的。`);
  const pin: PinnedAnswer = {
    ...{ id: newId(), agencyId, words: words.map(([, word]) => word), documentId: command.documentId },
    ...{ pinnedBy: actor.id, pinnedAt: at, unpinned: null },
  };
  return left({ pin }, 'answerPinned', pin.id, agencyId, { words: pin.words, documentId: pin.documentId });
}

function unpinAnswer({ agencyId, pins }: LoadedSite, pinId: string, { actor, at }: Scene) {
  const pin = pins.find(({ id }) => id === pinId);
  if (!pin) return refuse('NOT_PINNED', art(24), '这个置顶答案已经取消，不用再取消。');
  const next = { ...pin, unpinned: { by: actor.id, at } };
  return left({ pin: next }, 'answerUnpinned', pin.id, agencyId, { words: pin.words });
}

const GREY_BASIS = '《政府网站发展指引》';

function orderGrey({ agencyId, greys }: LoadedSite, command: Of<'orderGrey'>, { actor, today, newId }: Scene) {
  const { from, until } = command;
  const [orderedBy, reason] = [command.orderedBy.trim(), command.reason.trim()];
  if (orderedBy === '') return refuse('ORDER_MISSING', GREY_BASIS, '请写明是谁决定的，例如“国务院公告”。');
  if (reason === '') return refuse('REASON_MISSING', GREY_BASIS, '请写明事由，例如“全国哀悼日”。');
  if (until < from) return refuse('DAYS_WRONG', GREY_BASIS, '结束的日期早于开始的日期，请改正。');
  if (until < today) return refuse('DAYS_OVER', GREY_BASIS, '这几天已经过去，设了也看不到。请改日期。');
  if (until > addDays(from, LONGEST_GREY_DAYS - 1))
    return refuse('DAYS_TOO_MANY', GREY_BASIS, `一次最多 ${LONGEST_GREY_DAYS} 天，请检查日期。`);
  const meets = greys.find((one) => one.ended === null && one.from <= until && from <= one.until);
  if (meets)
    return refuse(
      'DAYS_TAKEN',
      GREY_BASIS,
      `${meets.from} 至 ${meets.until} 已经设了灰度（${meets.reason}），不用再设。`,
    );
  const grey: GreyPeriod = { id: newId(), agencyId, from, until, orderedBy, reason, setBy: actor.id, ended: null };
  return left({ grey }, 'greyOrdered', grey.id, agencyId, { from, until, orderedBy, reason }, GREY_BASIS);
}

function endGrey({ agencyId, greys }: LoadedSite, greyId: string, { actor, today }: Scene) {
  const grey = greys.find(({ id }) => id === greyId);
  if (!grey || grey.ended !== null || (grey.until < today && !isGreyOn(grey, today)))
    return refuse('GREY_OVER', GREY_BASIS, '这段灰度已经结束，不用再结束。');
  const next = { ...grey, ended: { on: today, by: actor.id } };
  return left({ grey: next }, 'greyEnded', grey.id, agencyId, { on: today }, GREY_BASIS);
}

function left(
  next: SiteState,
  verb: string,
  subject: string,
  agencyId: AgencyId,
  content: unknown,
  basis = art(24),
): Decision<SiteState> {
  return { next, entry: { verb, subject, agencyId, basis, content } };
}
