/** What the console may send about notices, messages and one's own account. */
import { type Static, Type } from 'typebox';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Kinds = Type.Array(Words(40), { maxItems: 50 });

/** One, or all up to a moment. */
export const ReadSchema = Type.Object({ id: Type.Optional(Words(200)), until: Type.Optional(Words(40)) }, closed);
export type NoticesRead = Static<typeof ReadSchema>;

/** Which part of the 发件箱 is shown; the dead ones when nothing is said. */
const State = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('done'),
  Type.Literal('dead'),
  Type.Literal('given_up'),
]);
export const MessagesQuerySchema = Type.Object({ state: Type.Optional(State) }, closed);
export type MessagesQuery = Static<typeof MessagesQuerySchema>;

export const MessageActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('sendAgain') }, closed),
  Type.Object({ verb: Type.Literal('giveUp'), why: Words(200) }, closed),
]);
export type MessageAct = Static<typeof MessageActSchema>;

export const OwnPasswordSchema = Type.Object({ old: Words(200), password: Words(200) }, closed);
export type OwnPassword = Static<typeof OwnPasswordSchema>;

export const PasswordProofSchema = Type.Object({ password: Words(200) }, closed);
export type PasswordProof = Static<typeof PasswordProofSchema>;

/** One by its name, or null for all but the one that asks. */
export const SessionsClosedSchema = Type.Object({ session: Type.Union([Words(32), Type.Null()]) }, closed);
export type SessionsClosed = Static<typeof SessionsClosedSchema>;

export const CodeSchema = Type.Object({ code: Words(20) }, closed);
export type CodeSent = Static<typeof CodeSchema>;

export const FactorProofSchema = Type.Object({ password: Words(200), code: Words(20) }, closed);
export type FactorProof = Static<typeof FactorProofSchema>;

export const OwnContactSchema = Type.Object(
  { email: Words(200), mobile: Words(50), byMail: Kinds, bySms: Kinds },
  closed,
);
export type OwnContact = Static<typeof OwnContactSchema>;
