/** 机构改革, as the console sends it. */
import { type Static, Type } from 'typebox';
import { REORGANISATION_KINDS } from '../../people/reorganisation.ts';
import { Day } from '../civil-day.ts';
import { namesOf, oneOf } from '../schemas.ts';
import { HANDED_KIND_NAMES } from './reorganisation/handed-kinds.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Kind = oneOf(HANDED_KIND_NAMES);
const Ids = Type.Array(Words(100), { maxItems: 20 });

const order = {
  kind: oneOf(namesOf(REORGANISATION_KINDS)),
  on: Day,
  basis: Words(200),
  reason: Words(500),
  about: Ids,
  successors: Ids,
  newName: Words(100),
  defaultTo: Words(100),
  byKind: Type.Array(Type.Object({ kind: Kind, to: Words(100) }, closed), { maxItems: 50 }),
  singles: Type.Array(Type.Object({ kind: Kind, id: Words(150), to: Words(100) }, closed), { maxItems: 2_000 }),
};

/** 预览: what would go over, and to whom. */
export const OrderSchema = Type.Object(order, closed);
export type OrderSent = Static<typeof OrderSchema>;

/** 实施: `seen` is the mark of the list that was looked at. */
export const SeenOrderSchema = Type.Object({ ...order, seen: Words(100) }, closed);
export type SeenOrderSent = Static<typeof SeenOrderSchema>;
