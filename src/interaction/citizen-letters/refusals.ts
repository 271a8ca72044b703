/** 不予受理的理由: each says where the citizen goes instead. */
export const LETTER_REFUSALS = {
  otherAuthority: { term: '不属于受理范围', hint: '写明向哪个机关提出、联系方式' },
  infoRequest: { term: '应当走依申请公开', hint: '来信人在查询页可以把写好的内容带到申请表，不用重写' },
  petition: { term: '信访、举报或者复议诉讼事项', hint: '写明信访部门、复议机关或者法院' },
  noSubstance: { term: '没有实质内容、重复或者广告', hint: '写明是哪一种；重复的写明前一封的查询号' },
} as const;
export type LetterRefusalName = keyof typeof LETTER_REFUSALS;
export const LETTER_REFUSAL_NAMES = Object.keys(LETTER_REFUSALS) as LetterRefusalName[];
