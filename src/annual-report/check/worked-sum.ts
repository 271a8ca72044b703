/** 算式: the visible arithmetic of a finding, `10+0+9=19`, so that nobody has to take out a calculator. */
export function total(parts: readonly number[]): number {
  // Decimals (万元) are added in millionths: binary fractions would make 0.1+0.2 differ from 0.3.
  return parts.reduce((sum, part) => sum + Math.round(part * 1e6), 0) / 1e6;
}

export function workedSum(parts: readonly number[]): string {
  return parts.length === 1 ? `${parts[0]}` : `${parts.join('+')}=${total(parts)}`;
}

/** `相差 3`, without sign: which side is right is for a person to say. */
export function difference(left: number, right: number): string {
  return `相差 ${Math.abs(total([left, -right]))}`;
}
