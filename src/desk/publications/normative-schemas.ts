/** 规范性文件台账, as it is asked for and sent. */
import { type Static, Type } from 'typebox';
import { FORCE_VERDICTS, type ForceVerdict } from '../../publications/force-review.ts';
import { oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };

/** 台账的分组. */
export const REGISTER_GROUPS = {
  waits: '待清理、即将到期',
  valid: '现行有效',
  notYet: '尚未施行',
  ended: '废止、失效',
} as const;
export type RegisterGroup = keyof typeof REGISTER_GROUPS;

export const RegisterQuerySchema = Type.Object(
  {
    show: Type.Optional(oneOf(Object.keys(REGISTER_GROUPS) as RegisterGroup[])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  },
  closed,
);
export type RegisterQuery = Static<typeof RegisterQuerySchema>;

export const ForceReviewSchema = Type.Object(
  {
    verdict: oneOf(Object.keys(FORCE_VERDICTS) as ForceVerdict[]),
    why: Words(500),
    seen: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type ForceReviewSent = Static<typeof ForceReviewSchema>;
