/** 经过的一行: how a fact of any file is kept. Who, when and of which kind stand in columns; what else its kind tells, in one of their own. */
import type { CivilDate } from '../statute/civil-date.ts';

interface KeptFact {
  readonly n: number;
  readonly type: string;
  readonly on: CivilDate;
  readonly recordedAt: string;
  readonly by: string;
}

/** Beside the column that names its file. */
interface FactRow<Type extends string> {
  n: number;
  agency_id: string;
  type: Type;
  happened_on: CivilDate;
  recorded_at: Date;
  recorded_by: string;
  detail: object;
}

export function factFrom<Fact extends KeptFact>(row: Omit<FactRow<Fact['type']>, 'agency_id'>): Fact {
  const { n, type, happened_on: on, recorded_by: by } = row;
  return { ...row.detail, n, type, on, recordedAt: row.recorded_at.toISOString(), by } as unknown as Fact;
}

export function rowOfFact<Fact extends KeptFact>(
  agencyId: string,
  { n, type, on, recordedAt, by, ...detail }: Fact,
): FactRow<Fact['type']> {
  return {
    ...{ n, agency_id: agencyId, type, happened_on: on },
    ...{ recorded_at: new Date(recordedAt), recorded_by: by, detail },
  };
}
