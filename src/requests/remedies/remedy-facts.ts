/** 案件经过: what happened in a case, in the order it was recorded. Added to and never changed; periods and instances are read from it. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { ConclusionName } from './conclusions.ts';
import type { Procedure, StageName } from './remedy.ts';

interface RemedyFactDetails {
  /** 受理、立案. */
  accepted: { readonly stage: StageName };
  noticed: { readonly procedure: Procedure };
  answered: { readonly evidence: string };
  prolonged: { readonly days: number };
  bodyTold: { readonly evidence: string };
  /** `receivedOn`: the day the document came; `orders`: it orders a new reply, until `replyBy` where it names a day. */
  concluded: {
    readonly conclusion: ConclusionName;
    readonly receivedOn: CivilDate | null;
    readonly orders: boolean;
    readonly replyBy: CivilDate | null;
  };
  /** 上诉、再审: another instance hears the case from this day. */
  advanced: { readonly stage: StageName };
}

export type RemedyFactType = keyof RemedyFactDetails;

export type NewRemedyFact = {
  [T in RemedyFactType]: { readonly type: T; readonly on: CivilDate } & RemedyFactDetails[T];
}[RemedyFactType];

export type RemedyFact = NewRemedyFact & {
  readonly n: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly by: string;
};

export type RemedyFactOf<T extends RemedyFactType> = Extract<RemedyFact, { readonly type: T }>;

export const REMEDY_FACT_TERMS: Readonly<Record<RemedyFactType, string>> = {
  accepted: '受理、立案',
  noticed: '收到答复、应诉通知',
  answered: '提交答复和证据',
  prolonged: '延长审理期限',
  bodyTold: '告知已经自行纠正',
  concluded: '审结',
  advanced: '进入下一审级',
};

/** 审级的经过: what one instance heard, its result at the end. */
export interface Instance {
  readonly stage: StageName;
  readonly facts: readonly RemedyFact[];
}

/** In the order they heard the case; the last is the one that hears it now or heard it last. */
export function instancesOf(facts: readonly RemedyFact[]): Instance[] {
  const instances: { stage: StageName; facts: RemedyFact[] }[] = [];
  for (const fact of facts) {
    if (fact.type === 'accepted' || fact.type === 'advanced') instances.push({ stage: fact.stage, facts: [fact] });
    else instances.at(-1)!.facts.push(fact);
  }
  return instances;
}

/** The first of its type within an instance. */
export function factIn<T extends RemedyFactType>({ facts }: Instance, type: T): RemedyFactOf<T> | undefined {
  return facts.find((fact): fact is RemedyFactOf<T> => fact.type === type);
}
