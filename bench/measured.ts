/** One number beside its target, and how they are printed. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
  /** Whether more is better, as of requests a second, or less, as of time. */
  readonly better: 'more' | 'less';
  /** Value over target. */
  readonly ratio: number;
  readonly met: boolean;
  readonly note: string;
}

export function atMost(what: string, value: number, target: number, unit: string, note = ''): Measured {
  return {
    what,
    value,
    unit,
    target,
    better: 'less',
    ratio: value === target ? 1 : value / target,
    met: value <= target,
    note,
  };
}

export function atLeast(what: string, value: number, target: number, unit: string, note = ''): Measured {
  return { what, value, unit, target, better: 'more', ratio: value / target, met: value >= target, note };
}

export function printMeasured(title: string, measured: readonly Measured[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit, target, better, ratio, met, note } of measured) {
    const bound = `${better === 'less' ? '≤' : '≥'} ${target}${unit}`;
    const line = [what, `${rounded(value)}${unit}`, bound, `比值 ${ratio.toFixed(2)}`, met ? '达标' : '未达标', note];
    console.log(`  ${line.filter(Boolean).join('  ')}`);
  }
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
