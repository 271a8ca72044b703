/**
 * 三审三校 [REV-6]: the steps an edition may have to pass, on two tracks: 审 looks at what it says, 校 at how it is written. No statute fixes the
 * posts; which steps a county takes is its own rule (`chains.ts`), who may take one stands here.
 */
import type { RoleName } from '../../people/role.ts';
import type { ReviewStep } from '../../review/chain.ts';
import { art } from '../../statute/articles.ts';

export const TRACKS = { examine: { term: '审核' }, proofread: { term: '校对' } } as const;

export type Track = keyof typeof TRACKS;
export const TRACK_NAMES = Object.keys(TRACKS) as Track[];

interface Step extends Omit<ReviewStep, 'name'> {
  readonly track: Track;
  readonly roles: readonly RoleName[];
  /** What the step is for, beside the button. */
  readonly looksAt: string;
}

const RULE = '本机关的先审后发、三审三校制度';

export const REVIEW_STEPS = {
  examine1: {
    term: '一审',
    track: 'examine',
    roles: ['examiner'],
    looksAt: '事实、数字、人名、地名、职务是否准确，语言是否通顺',
    basis: RULE,
  },
  examine2: {
    term: '二审',
    track: 'examine',
    roles: ['officeHead'],
    looksAt: '主题、质量、形式，公开属性，个人信息和商业秘密',
    basis: RULE,
  },
  secrecy: {
    term: '保密审查',
    track: 'examine',
    roles: ['secrecyReviewer'],
    looksAt: '是否涉及国家秘密、敏感信息，多条信息汇总以后会不会涉密',
    basis: art(17, { paragraph: 2 }),
  },
  examine3: {
    term: '三审',
    track: 'examine',
    roles: ['signatory'],
    looksAt: '内容、导向、社会效果，政策法规；决定是否公开',
    basis: RULE,
  },
  proofread1: {
    term: '一校',
    track: 'proofread',
    roles: ['proofreader'],
    looksAt: '对照原稿：错字、漏字、标点、数字、日期、表格',
    basis: RULE,
  },
  proofread2: {
    term: '二校',
    track: 'proofread',
    roles: ['proofreader'],
    looksAt: '通读：用词、前后一致、文号、引用的文件',
    basis: RULE,
  },
  proofread3: {
    term: '三校',
    track: 'proofread',
    roles: ['proofreader'],
    looksAt: '发布以前的样子：标题、段落、图片、附件、链接',
    basis: RULE,
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof REVIEW_STEPS;
export const STEP_NAMES = Object.keys(REVIEW_STEPS) as StepName[];

export function stepOf(name: StepName): Step & { readonly name: StepName } {
  return { name, ...REVIEW_STEPS[name] };
}
