/** What the console may send about 咨询诉求. */
import { type Static, type TSchema, Type } from 'typebox';
import { LETTER_REFUSAL_NAMES } from '../../interaction/citizen-letters/refusals.ts';
import { oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const act = <V extends string, P extends Record<string, TSchema>>(verb: V, particulars: P) =>
  Type.Object({ verb: Type.Literal(verb), ...particulars }, closed);

const LetterActSchema = Type.Union([
  act('accept', { simple: Type.Boolean() }),
  act('refuse', { reason: oneOf(LETTER_REFUSAL_NAMES), where: Words(500) }),
  act('transfer', { to: Words(100), why: Words(500) }),
  act('draft', { text: Words(10_000) }),
  act('check', { passed: Type.Boolean(), opinion: Words(1_000) }),
  act('answer', {}),
  act('close', {}),
  act('publish', { title: Words(80), body: Words(5_000), answer: Words(10_000) }),
  act('withdraw', { why: Words(500) }),
]);
export type CitizenLetterActBody = Static<typeof LetterActSchema>;

export const LetterActSentSchema = Type.Object({ seen: Type.Integer({ minimum: 1 }), act: LetterActSchema }, closed);
export type CitizenLetterActSent = Static<typeof LetterActSentSchema>;

export const LetterListQuerySchema = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    which: Type.Optional(oneOf(['open', 'all'] as const)),
  },
  closed,
);
export type CitizenLetterQuery = Static<typeof LetterListQuerySchema>;
