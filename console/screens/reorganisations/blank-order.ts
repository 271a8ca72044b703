/** 空白的登记, and what a change of one answer does to the others. */
import type { OrderSent } from '../../../src/desk/contract.ts';

export function blankOrder(today: string): OrderSent {
  return {
    ...{ kind: 'merge', on: today, basis: '', reason: '', about: [], successors: [], newName: '' },
    ...{ defaultTo: '', byKind: [], singles: [] },
  };
}

/** Who is no successor any more gets nothing; one alone gets everything. */
export function withSuccessors(order: OrderSent, successors: string[]): OrderSent {
  const still = ({ to }: { readonly to: string }) => successors.includes(to);
  return {
    ...order,
    successors,
    defaultTo: successors.includes(order.defaultTo) ? order.defaultTo : (successors[0] ?? ''),
    byKind: order.byKind.filter(still),
    singles: order.singles.filter(still),
  };
}

/** Another kind of reorganisation asks for other agencies. */
export function ofKind(order: OrderSent, kind: OrderSent['kind']): OrderSent {
  const about = kind === 'merge' ? order.about : order.about.slice(0, 1);
  const successors = kind === 'rename' ? [] : kind === 'merge' ? order.successors.slice(0, 1) : order.successors;
  return withSuccessors({ ...order, kind, about, newName: kind === 'rename' ? order.newName : '' }, successors);
}
