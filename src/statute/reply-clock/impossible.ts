/** 不可能的历史 [CLK-16]: how a record that cannot have happened, or that the law does not allow, is refused. */
import { type Refusal, refuse } from '../refusal.ts';
import { EVENT_TERMS } from './history.ts';
import type { Recorded } from './order.ts';

/** Names the event as the reader of the record finds it: its number, what it is, its day. */
export function named({ at, type, on }: Recorded): string {
  return `第 ${at + 1} 条记录“${EVENT_TERMS[type]}”（${on}）`;
}

export function impossible(event: Recorded, basis: string, says: string): Refusal {
  return refuse('CLK-16', basis, `${named(event)}：${says}`);
}
