/** 报送情况: how many agencies of a year have published, and who is missing, as the office head asks before the last day. */
import type { ReportVersion } from '../../../src/desk/contract.ts';

export interface Season {
  readonly year: number;
  readonly agencies: number;
  readonly published: number;
  readonly frozen: number;
  readonly draft: number;
  readonly notBegun: number;
  /** Names of those past their day. */
  readonly late: readonly string[];
  /** Names of those still to publish whose day is to come. */
  readonly missing: readonly string[];
  /** 报送: how many are to hand up, how many were accepted and wait to be, and names of those who are late with it. */
  readonly handUp: {
    readonly agencies: number;
    readonly accepted: number;
    readonly waiting: number;
    readonly late: readonly string[];
    /** Names of those whose entered figures the records tell otherwise. */
    readonly differing: readonly string[];
  };
}

/** Newest first; a year in which one agency reports alone, or nobody has begun and nobody is late, needs no summary. A correction being written leaves its agency published. */
export function seasonsOf(lines: readonly ReportVersion[]): Season[] {
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => b - a);
  return years
    .map((year) =>
      seasonOf(
        year,
        lines.filter((line) => line.year === year),
      ),
    )
    .filter(({ agencies, notBegun, late }) => agencies > 1 && (notBegun < agencies || late.length > 0));
}

function seasonOf(year: number, lines: readonly ReportVersion[]): Season {
  const isOut = ({ state, version }: ReportVersion) => state === 'published' || (version ?? 1) > 1;
  const still = lines.filter((line) => !isOut(line));
  const names = (late: boolean) => still.filter((line) => line.late === late).map(({ agency }) => agency);
  return {
    year,
    agencies: lines.length,
    published: lines.length - still.length,
    frozen: still.filter(({ state }) => state === 'frozen').length,
    draft: still.filter(({ state }) => state === 'draft').length,
    notBegun: still.filter(({ state }) => state === null).length,
    late: names(true),
    missing: names(false),
    handUp: {
      agencies: lines.filter(({ handUp }) => handUp !== null).length,
      accepted: lines.filter(({ handUp }) => handUp?.state === 'accepted').length,
      waiting: lines.filter(({ handUp }) => handUp?.state === 'waiting').length,
      late: lines.filter(({ handUp }) => handUp?.late).map(({ agency }) => agency),
      differing: lines.filter(({ handUp }) => (handUp?.differing ?? 0) > 0).map(({ agency }) => agency),
    },
  };
}
