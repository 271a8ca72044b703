/** 审校中的信息: the county makes its rule of review at the end of the last workday; one document waits for the first examination, one came back. */
import type { Actor } from '../../src/people/actor.ts';
import { findingsOf } from '../../src/publications/content-checks.ts';
import type { Document } from '../../src/publications/document.ts';
import { reviewRuleStairs } from '../../src/publications/store/chains.ts';
import { publicationStairs } from '../../src/publications/store/stairs.ts';
import { shippedFinder } from '../../src/review/county-words.ts';
import { wordStairs } from '../../src/review/store.ts';
import type { WordList } from '../../src/review/wording.ts';
import { COUNTY } from '../county.ts';
import { type Desk, draftOf } from '../publications/acts.ts';
import type { Item } from '../publications/items.ts';
import { type Act, momentOf, type Stage } from '../replay.ts';
import type { RecentItem } from './recent-items.ts';

/** 审核人、校对人 of the county. */
export interface Reviewers {
  readonly head: Actor;
  readonly examiner: Actor;
  readonly proofreader: Actor;
}

const WAITING: RecentItem = {
  ago: 2,
  kind: 'notice',
  agencyId: 'civil-affairs',
  columns: ['catalogue.statutory.socialAid'],
  title: '关于调整城乡居民最低生活保障标准的通知',
  text: [
    '从下月起，城市居民最低生活保障标准调整为每人每月830元，农村居民调整为每人每年7560元。',
    '已经享受低保的家庭不用重新申请，由乡镇人民政府按新标准核定，每月10日前打入本人帐户。',
    '对核定结果有异议的，可以向县民政局申请复核，电话0000-6601112。',
  ],
};

const RETURNED: RecentItem = {
  ago: 2,
  kind: 'notice',
  agencyId: 'office',
  columns: ['news.notices'],
  title: '关于县政务服务大厅周六开放的公告',
  text: ['县政务服务大厅每周六上午开放，办理社会保险、医疗保障、不动产登记三类业务，其他业务可以网上办理。'],
};

/** 县里的词库: names the county keeps writing wrong, and its own hall, which is not the one a rule of the product means. */
const COUNTY_WORDS: WordList = {
  words: [
    { word: '房管局', category: 'outdated', instead: '住房和城乡建设局' },
    { word: '粮食局', category: 'outdated', instead: '发展和改革局' },
    { word: '政务大厅', category: 'misspelt', instead: '政务服务中心' },
  ],
  allowed: ['老粮食局家属院'],
};

const EVENING = 17 * 60 + 30;

/** @param day the last workday before the day of loading */
export function reviewActs(
  day: string,
  item: (recent: RecentItem) => Item,
  { editor }: Desk,
  { head, examiner, proofreader }: Reviewers,
): Act[] {
  const written = new Map<RecentItem, Document>();
  const at = (minutes: number, run: Act['run']): Act => ({ at: momentOf(day, EVENING + minutes), run });
  const onEdition = (recent: RecentItem) => {
    const { id: documentId, draft } = written.get(recent)!;
    return { documentId, edition: draft!.hash };
  };
  const handIn = async (stage: Stage, recent: RecentItem) => {
    written.set(recent, await stage.perform(publicationStairs, editor, draftOf(item(recent))));
    await stage.perform(publicationStairs, editor, { verb: 'submit', ...onEdition(recent) });
  };
  return [
    at(0, async (stage) => {
      const rule = { verb: 'setReviewRule', agencyId: COUNTY, kind: null } as const;
      await stage.perform(reviewRuleStairs, head, { ...rule, column: null, preset: 'three' });
      await stage.perform(reviewRuleStairs, head, { ...rule, column: 'news', preset: 'repost' });
      const words = { verb: 'replaceWords', agencyId: COUNTY, list: COUNTY_WORDS, seen: 0 } as const;
      await stage.perform(wordStairs, head, words);
    }),
    at(5, (stage) => handIn(stage, WAITING)),
    at(8, (stage) => handIn(stage, RETURNED)),
    at(15, async (stage) => {
      // The miswritten word is the author's own: it is left to those who decide on the text.
      const document = written.get(WAITING)!;
      const leaving = findingsOf(document, document.draft!, shippedFinder).map(({ key }) => key);
      const opinion = '与原稿核对一致。“帐户”原稿如此，请审核人定。';
      const passed = { verb: 'passStep', step: 'proofread1', opinion, leaving } as const;
      await stage.perform(publicationStairs, proofreader, { ...passed, ...onEdition(WAITING) });
    }),
    at(20, async (stage) => {
      const reason = '没有写明几点到几点开放，也没有写从哪一天起，请补上。';
      const back = { verb: 'returnStep', step: 'examine1', to: 'author', reason } as const;
      await stage.perform(publicationStairs, examiner, { ...back, ...onEdition(RETURNED) });
    }),
  ];
}
