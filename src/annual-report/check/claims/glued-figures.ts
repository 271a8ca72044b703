/**
 * 粘连的数字: three figures printed without borders (`77132470`) say too little to be read, and still enough to tell what none of
 * them can be.
 */
export interface GluedFigure {
  readonly digits: string;
  /** Which of the three it is. */
  readonly place: 0 | 1 | 2;
}

export function canBe({ digits, place }: GluedFigure, value: number): boolean {
  const cuts = Array.from({ length: Math.max(0, digits.length - 1) }, (_, i) => i + 1);
  return cuts.some((first) =>
    cuts.some((second) => {
      if (second <= first) return false;
      const figures = [digits.slice(0, first), digits.slice(first, second), digits.slice(second)];
      return figures.every((figure) => !/^0\d/.test(figure)) && Number(figures[place]) === value;
    }),
  );
}
