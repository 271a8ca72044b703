/** Whether a claim of the text agrees with the tables, differs in scope, or contradicts them. */
import { canBe } from './glued-figures.ts';
import type { TextClaim } from './text-claims.ts';

export type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'scope'; readonly table: number; readonly why: string }
  | { readonly kind: 'contradicts'; readonly table: number | null; readonly named: string };

export function verdictOf({ stated, readings, scope, glued }: TextClaim): Verdict {
  if (scope === 'another') return { kind: 'agrees' };
  if (glued) {
    const named = `表二这一行的数字连在一起（${glued.digits}），怎样断开都不是这个数`;
    return scope !== 'same' || canBe(glued, stated) ? { kind: 'agrees' } : { kind: 'contradicts', table: null, named };
  }
  const [nearest] = readings;
  if (!nearest || readings.some(({ value, sameScope }) => sameScope && value === stated)) return { kind: 'agrees' };
  const wider = readings.find(({ value }) => value === stated);
  if (wider) return { kind: 'scope', table: nearest.value, why: `等于${wider.name} ${wider.value}` };
  const values = readings.map(({ value }) => value);
  const table = nearest.value;
  // One agency's figure may be less than the whole, never more.
  if (scope === 'narrower' && stated < Math.max(...values))
    return { kind: 'scope', table, why: '这句话说的范围比表格小' };
  if (scope === 'wider' && stated > Math.min(...values)) return { kind: 'scope', table, why: '这句话说的范围比表格大' };
  if (scope === 'loose') return { kind: 'scope', table, why: '两处说的不完全是一回事' };
  return { kind: 'contradicts', table: nearest.value, named: nearest.name };
}
