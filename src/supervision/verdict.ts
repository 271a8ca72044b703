/** 结论 Verdict: what a check says of a site today. “Could not look” is a verdict of its own and never fine. */
export const VERDICTS = {
  fine: { term: '正常', rank: 0 },
  notLooked: { term: '未能查看', rank: 1 },
  warning: { term: '提醒', rank: 2 },
  urgent: { term: '就要超限', rank: 3 },
  failed: { term: '已经超限', rank: 4 },
} as const;
export type VerdictName = keyof typeof VERDICTS;

export interface Verdict {
  readonly state: VerdictName;
  readonly says: string;
  /** 还有几天, where a period runs. */
  readonly daysLeft?: number;
}
