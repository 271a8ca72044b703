/** What the console may send about patrols. */
import { type Static, Type } from 'typebox';
import { PATROL_SIGHTS } from '../../supervision/patrol/patrol.ts';
import { PATROL_POINT_NAMES } from '../../supervision/patrol/points.ts';
import { PATROL_DAYS, TURNS } from '../../supervision/patrol/roster.ts';
import { Day } from '../civil-day.ts';
import { namesOf, oneOf } from '../schemas.ts';
import { MonthQuerySchema } from './finding-schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };

const Month = MonthQuerySchema.properties.month;

export const PatrolMonthQuerySchema = Type.Object({ agencyId: Words(100), month: Month }, closed);
export type PatrolMonthQuery = Static<typeof PatrolMonthQuerySchema>;

export const PatrolQuerySchema = Type.Partial(PatrolMonthQuerySchema, closed);
export type PatrolQuery = Static<typeof PatrolQuerySchema>;

export const RosterSchema = Type.Object(
  {
    agencyId: Words(100),
    from: Day,
    turn: oneOf(namesOf(TURNS)),
    days: oneOf(namesOf(PATROL_DAYS)),
    officerIds: Type.Array(Words(100), { maxItems: 60 }),
  },
  closed,
);
export type RosterSent = Static<typeof RosterSchema>;

const AnswerSchema = Type.Object(
  { point: oneOf(PATROL_POINT_NAMES), sight: oneOf(namesOf(PATROL_SIGHTS)), says: Words(1_000) },
  closed,
);

/** `seen`: how many steps the sheet on the screen had. */
export const PatrolActSentSchema = Type.Object(
  {
    seen: Type.Integer({ minimum: 0, maximum: 1_000 }),
    act: Type.Union([
      Type.Object({ verb: Type.Literal('handOver'), to: Words(100), because: Words(500) }, closed),
      Type.Object(
        {
          verb: Type.Literal('sign'),
          answers: Type.Array(AnswerSchema, { maxItems: 40 }),
          lateBecause: Words(500),
        },
        closed,
      ),
    ]),
  },
  closed,
);
export type PatrolActSent = Static<typeof PatrolActSentSchema>;
export type PatrolActBody = PatrolActSent['act'];
