/** What the console may send about the arrangement of the site: one act at a time. */
import { type Static, Type } from 'typebox';
import { COLUMN_KEY_LENGTH } from '../../publications/columns.ts';
import { LONGEST_BLOCK_TITLE, MOST_BLOCKS, MOST_IN_BLOCK } from '../../publications/site/home-blocks.ts';
import { LONGEST_WORDS, MOST_WORDS } from '../../publications/site/pinned-answer.ts';
import { LAST_PLACE, LONGEST_COLUMN } from '../../publications/special-column.ts';
import { Day } from '../civil-day.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Id = Words(100);
/** Longer ones arrive whole, so that the refusal can say how many there are. */
const MANY = 3;

const block = <Kind extends string, Fields extends Parameters<typeof Type.Object>[0]>(kind: Kind, fields: Fields) =>
  Type.Object({ block: Type.Literal(kind), ...fields }, closed);

const LinkSchema = Type.Object(
  {
    name: Words(50),
    to: Words(500),
    picture: Type.Union([Type.String({ pattern: '^[0-9a-f]{64}$' }), Type.Null()]),
  },
  closed,
);

const BlockSchema = Type.Union([
  block('doors', {}),
  block('specials', {}),
  block('figures', {}),
  block('tools', {}),
  block('newest', { column: Words(COLUMN_KEY_LENGTH) }),
  block('pinned', {
    title: Words(LONGEST_BLOCK_TITLE * MANY),
    documentIds: Type.Array(Id, { maxItems: MOST_IN_BLOCK * MANY }),
  }),
  block('links', {
    title: Words(LONGEST_BLOCK_TITLE * MANY),
    links: Type.Array(LinkSchema, { maxItems: MOST_IN_BLOCK * MANY }),
  }),
]);

const act = <Verb extends string, Fields extends Parameters<typeof Type.Object>[0]>(verb: Verb, fields: Fields) =>
  Type.Object({ verb: Type.Literal(verb), ...fields }, closed);

const Cover = { name: Words(LONGEST_COLUMN.name * MANY), purpose: Words(LONGEST_COLUMN.purpose * MANY) };
const Key = Words(COLUMN_KEY_LENGTH);

export const SiteActSchema = Type.Union([
  act('arrangeHome', {
    blocks: Type.Union([Type.Array(BlockSchema, { maxItems: MOST_BLOCKS * MANY }), Type.Null()]),
    seen: Type.Integer({ minimum: 0 }),
  }),
  act('pinAnswer', { words: Type.Array(Words(LONGEST_WORDS * MANY), { maxItems: MOST_WORDS * MANY }), documentId: Id }),
  act('unpinAnswer', { pinId: Id }),
  act('orderGrey', { from: Day, until: Day, orderedBy: Words(100), reason: Words(200) }),
  act('endGrey', { greyId: Id }),
  act('openColumn', { key: Key, ...Cover }),
  act('describeColumn', { key: Key, ...Cover, place: Type.Integer({ minimum: 0, maximum: LAST_PLACE }) }),
  act('closeColumn', { key: Key }),
]);
export type SiteActSent = Static<typeof SiteActSchema>;
