/**
 * 当月第几件 [FEE-5]. 国办函〔2020〕109号第四条：同一申请人一个自然月内累计申请. The Measures say no more, so (推论): counted for each agency by the day of
 * receipt (第三十一条), of one day by the registration number; later applications change no place. What was withdrawn before a notice is not
 * counted, nor what nobody has confirmed; every other application is, however it ends.
 */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import { feeNotice } from '../standing.ts';

type Counted = Pick<InfoRequest, 'id' | 'number' | 'receivedOn' | 'state'>;

export interface MonthlyApplication {
  readonly id: RequestId;
  readonly number: string;
  readonly receivedOn: CivilDate;
  /** 计几件: more than one where it was split for its own fee. */
  readonly units: number;
  /** 姓名不同: the masked name it bears, where it is not that of this application. The number of the proof of identity alone makes it count. */
  readonly otherName?: string;
}

export interface PlaceInMonth {
  /** Of this application, or of the first of its parts. */
  readonly place: number;
  readonly before: readonly MonthlyApplication[];
  readonly after: readonly MonthlyApplication[];
  /** Of the month, and not counted: withdrawn before a notice. */
  readonly leftOut: readonly MonthlyApplication[];
}

/** @param all of the same proof of identity at the same agency in the month, this one among them; null when this one was not received */
export function placeInMonth(
  own: RequestId,
  all: readonly {
    readonly request: Counted;
    readonly facts: readonly RequestFact[];
    readonly otherName?: string;
  }[],
): PlaceInMonth | null {
  const inOrder = all
    .flatMap(({ request, facts, otherName }) => {
      const { id, number, receivedOn, state } = request;
      if (receivedOn === null) return [];
      const notice = feeNotice(facts);
      const counts = id === own || state !== 'withdrawn' || notice !== undefined;
      return [
        {
          id,
          number,
          receivedOn,
          units: notice?.split?.length ?? 1,
          ...(otherName !== undefined && { otherName }),
          counts,
        },
      ];
    })
    .sort((a, b) => a.receivedOn.localeCompare(b.receivedOn) || a.number.localeCompare(b.number, 'zh', NUMERIC));
  const at = inOrder.findIndex(({ id }) => id === own);
  if (at < 0) return null;
  const counted = (some: typeof inOrder) => some.filter(({ counts }) => counts).map(shown);
  const before = counted(inOrder.slice(0, at));
  return {
    place: 1 + unitsOf(before),
    before,
    after: counted(inOrder.slice(at + 1)),
    leftOut: inOrder.filter(({ counts }) => !counts).map(shown),
  };
}

/** So that 9号 stands before 10号. */
const NUMERIC = { numeric: true } as const;

export function unitsOf(applications: readonly Pick<MonthlyApplication, 'units'>[]): number {
  return applications.reduce((sum, { units }) => sum + units, 0);
}

/** What a paper may list of them: never an application that bears another name; `unnamed`: how many those count. */
export function listable(applications: readonly MonthlyApplication[]): {
  readonly numbers: readonly string[];
  readonly unnamed: number;
} {
  return {
    numbers: applications.filter(({ otherName }) => otherName === undefined).map(({ number }) => number),
    unnamed: unitsOf(applications.filter(({ otherName }) => otherName !== undefined)),
  };
}

function shown({ id, number, receivedOn, units, otherName }: MonthlyApplication): MonthlyApplication {
  return { id, number, receivedOn, units, ...(otherName !== undefined && { otherName }) };
}
