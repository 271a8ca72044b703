/** What the console may send about 公众号. */
import { type Static, Type } from 'typebox';
import { LONGEST_POST } from '../../exchange/wechat/wechat-post.ts';
import { STEP_NAMES } from '../../publications/review/steps.ts';
import { oneOf } from '../schemas.ts';
import { ON_PIECES } from './connection-schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** A little more than the platform takes: what is too long is told in words. */
const Written = {
  title: Words(LONGEST_POST.title * 2),
  digest: Words(LONGEST_POST.digest * 2),
  words: Words(LONGEST_POST.words * 2),
};

export const NewWechatPostSchema = Type.Object({ accountId: Words(100), documentId: Words(100), ...Written }, closed);
export type NewWechatPost = Static<typeof NewWechatPostSchema>;

export const WechatQuerySchema = Type.Object(
  { documentId: Type.Optional(Words(100)), accountId: Type.Optional(Words(100)) },
  closed,
);
export type WechatQuery = Static<typeof WechatQuerySchema>;

export const WechatActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('revise'), ...Written }, closed),
  Type.Object({ verb: Type.Union([Type.Literal('submit'), Type.Literal('send')]), hash: Hash }, closed),
  Type.Object({ verb: Type.Literal('pass'), hash: Hash, step: oneOf(STEP_NAMES), opinion: Words(500) }, closed),
  Type.Object({ verb: Type.Literal('return'), hash: Hash, step: oneOf(STEP_NAMES), reason: Words(500) }, closed),
  Type.Object({ verb: Type.Union([Type.Literal('drop'), Type.Literal('takeDown')]), why: Words(200) }, closed),
]);
export type WechatActSent = Static<typeof WechatActSchema>;

export const WechatJoinActSchema = Type.Union([
  Type.Object(
    {
      verb: Type.Literal('join'),
      appId: Words(60),
      secretFile: Words(60),
      callbackFile: Type.Union([Words(60), Type.Null()]),
    },
    closed,
  ),
  ...ON_PIECES,
]);
export type WechatJoinActSent = Static<typeof WechatJoinActSchema>;
