/** What the console may send about 工作要点. */
import { type Static, Type } from 'typebox';
import { LONGEST_POINT, WORK_POINT_STANDINGS } from '../../supervision/work-points/work-point.ts';
import { Day } from '../civil-day.ts';
import { namesOf, oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const Id = Words(100);
const closed = { additionalProperties: false };
const Year = Type.Integer({ minimum: 2008, maximum: 2100 });

export const WorkPointQuerySchema = Type.Object(
  { year: Type.Optional(Year), standing: Type.Optional(oneOf(namesOf(WORK_POINT_STANDINGS))) },
  closed,
);
export type WorkPointQuery = Static<typeof WorkPointQuerySchema>;

/** 先核对 with `trial`: nothing is written. */
export const PointSheetQuerySchema = Type.Object({ year: Year, trial: Type.Optional(Type.Boolean()) }, closed);
export type PointSheetQuery = Static<typeof PointSheetQuerySchema>;

export const NewPointSchema = Type.Object(
  {
    agencyId: Id,
    year: Year,
    heading: Words(LONGEST_POINT.heading),
    title: Words(LONGEST_POINT.title),
    basis: Words(LONGEST_POINT.basis),
    ownerId: Id,
    dueOn: Day,
  },
  closed,
);
export type NewPoint = Static<typeof NewPointSchema>;

const says = Words(LONGEST_POINT.says);
const because = Words(LONGEST_POINT.because);
/** `seen`: the version the officer had before him. */
export const PointActSentSchema = Type.Object(
  {
    seen: Type.Integer({ minimum: 0 }),
    act: Type.Union([
      Type.Object({ verb: Type.Literal('progress'), says }, closed),
      Type.Object({ verb: Type.Literal('complete'), says }, closed),
      Type.Object(
        {
          verb: Type.Literal('proveByLink'),
          title: Words(LONGEST_POINT.linkTitle),
          address: Words(LONGEST_POINT.address),
        },
        closed,
      ),
      Type.Object({ verb: Type.Literal('dropProof'), proofId: Id }, closed),
      Type.Object({ verb: Type.Literal('returnPoint'), because }, closed),
      Type.Object({ verb: Type.Literal('withdrawPoint'), because }, closed),
      Type.Object({ verb: Type.Literal('revise'), dueOn: Day, ownerId: Id, because }, closed),
    ]),
  },
  closed,
);
export type PointActSent = Static<typeof PointActSentSchema>;
export type PointActBody = PointActSent['act'];
