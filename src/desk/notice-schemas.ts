/** What the console may send about notices, messages and one's own account. */
import { type Static, Type } from 'typebox';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Kinds = Type.Array(Words(40), { maxItems: 50 });

/** One, or all up to a moment. */
export const ReadSchema = Type.Object({ id: Type.Optional(Words(200)), until: Type.Optional(Words(40)) }, closed);
export type NoticesRead = Static<typeof ReadSchema>;

export const MessageActSchema = Type.Object(
  { verb: Type.Union([Type.Literal('sendAgain'), Type.Literal('giveUp')]) },
  closed,
);
export type MessageAct = Static<typeof MessageActSchema>;

export const OwnPasswordSchema = Type.Object({ old: Words(200), password: Words(200) }, closed);
export type OwnPassword = Static<typeof OwnPasswordSchema>;

export const OwnContactSchema = Type.Object(
  { email: Words(200), mobile: Words(50), byMail: Kinds, bySms: Kinds },
  closed,
);
export type OwnContact = Static<typeof OwnContactSchema>;
