/** 检查的一项 Look: what was looked at, how it stands, and what to do where it does not stand well. */
export const GRADES = { good: '正常', mind: '注意', bad: '有问题' } as const;
export type Grade = keyof typeof GRADES;

export interface Look {
  readonly what: string;
  readonly grade: Grade;
  readonly says: string;
  /** What to do; none when all is well. */
  readonly advice?: string;
}

export const good = (what: string, says: string): Look => ({ what, grade: 'good', says });
export const mind = (what: string, says: string, advice: string): Look => ({ what, grade: 'mind', says, advice });
export const bad = (what: string, says: string, advice: string): Look => ({ what, grade: 'bad', says, advice });

export function lookText({ what, grade, says, advice }: Look): string {
  const line = `${`[${GRADES[grade]}]`.padEnd(grade === 'bad' ? 5 : 6)} ${what}：${says}`;
  return advice ? `${line}\n         怎么办：${advice}` : line;
}
