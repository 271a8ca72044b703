/** 采纳情况 [INT-15]: what became of an opinion, and words with which many are answered at once. */
export const ADOPTIONS = {
  adopted: { term: '采纳', template: '意见合理，已经采纳，将在正式文件中作相应修改。' },
  partly: { term: '部分采纳', template: '意见部分采纳：可行的内容将写入正式文件；其余内容因……未采纳。' },
  declined: { term: '未采纳', template: '感谢您的意见。因……，这次没有采纳。' },
  beside: {
    term: '与本次征集无关',
    template: '您反映的事项不属于这次征求意见的范围，可以在“互动回应”写信给主管部门。',
  },
} as const;
export type AdoptionName = keyof typeof ADOPTIONS;
export const ADOPTION_NAMES = Object.keys(ADOPTIONS) as AdoptionName[];

/** An unfinished template: the reason is to be put in place of the dots. */
export const UNFINISHED = '……';

/** 采纳情况的数字. */
export type AdoptionCounts = Readonly<Record<AdoptionName | 'open', number>>;
