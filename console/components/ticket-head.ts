/** 整改单的题目: what is wrong and how much of it still is; where the last round met nothing of it any more, what is left is to say so. */
import type { TicketLineView } from '../../src/desk/contract.ts';

export function ticketHead({ kind, open, light }: Pick<TicketLineView, 'kind' | 'open' | 'light'>): string {
  if (open > 0) return `${kind}，${open} 处未改正`;
  return light === 'done' ? `${kind}，已经销号` : `${kind}，没有再查到，等报告改正和复查`;
}
