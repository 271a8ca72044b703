/** 页面上的字和线: what a sheet shows before anything is understood. Lengths in points, from the upper left corner. */
export interface Letter {
  readonly x: number;
  /** Of the line it stands on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
  /** Its colour, where it has one. */
  readonly ink?: string | null;
}

/** A drawn line: `level` where it runs from left to right at `at`, else from top to bottom. */
export interface Ruling {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
