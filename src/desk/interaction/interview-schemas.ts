/** What the console may send about 在线访谈. */
import { type Static, type TSchema, Type } from 'typebox';
import { SPEAKER_NAMES } from '../../interaction/interviews/interview.ts';
import { Day } from '../civil-day.ts';
import { oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const act = <V extends string, P extends Record<string, TSchema>>(verb: V, particulars: P) =>
  Type.Object({ verb: Type.Literal(verb), ...particulars }, closed);
const Count = Type.Integer({ minimum: 1, maximum: 1_000_000 });

const NoticeSchema = Type.Object(
  {
    title: Words(200),
    guest: Words(100),
    guestPost: Words(200),
    intro: Words(5_000),
    plannedOn: Day,
    plannedAt: Words(10),
    picture: Type.Optional(Type.String({ pattern: '^(?:[0-9a-f]{64})?$' })),
    pictureWords: Type.Optional(Words(300)),
  },
  closed,
);

export const NewInterviewSchema = Type.Object({ agencyId: Words(100), notice: NoticeSchema }, closed);
export type NewInterview = Static<typeof NewInterviewSchema>;

export const InterviewActSchema = Type.Union([
  act('revise', { seen: Count, notice: NoticeSchema }),
  act('submit', { seen: Count }),
  act('check', { seen: Count, passed: Type.Boolean(), opinion: Words(1_000) }),
  act('begin', {}),
  act('say', {
    speaker: oneOf(SPEAKER_NAMES),
    text: Words(10_000),
    answers: Type.Union([Count, Type.Null()]),
    /** Made where it is typed, so that the same sending twice is one. */
    once: Type.String({ minLength: 1, maxLength: 60 }),
  }),
  act('admit', { questionId: Words(100), text: Words(2_000) }),
  act('decline', { questionId: Words(100), why: Words(1_000) }),
  act('correct', { turn: Count, seen: Count, text: Words(10_000), note: Words(1_000) }),
  act('end', {}),
  act('linkVideo', { url: Words(1_000) }),
  act('cancel', { why: Words(1_000) }),
]);
export type InterviewActSent = Static<typeof InterviewActSchema>;

export const InterviewListQuerySchema = Type.Object(
  { page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  closed,
);
export type InterviewQuery = Static<typeof InterviewListQuerySchema>;
