/** What the console may send about 找错留言. */
import { type Static, Type } from 'typebox';
import { LONGEST_MISTAKE, MISTAKE_VERDICTS } from '../../supervision/mistakes/mistake.ts';
import { namesOf, oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };

export const MistakeQuerySchema = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    which: Type.Optional(oneOf(['open', 'all'] as const)),
  },
  closed,
);
export type MistakeQuery = Static<typeof MistakeQuerySchema>;

/** `seen`: the state the officer had before him. */
export const MistakeActSentSchema = Type.Object(
  {
    seen: Words(60),
    act: Type.Union([
      Type.Object({ verb: Type.Literal('openTicket'), wrong: Words(LONGEST_MISTAKE.wrong) }, closed),
      Type.Object(
        {
          verb: Type.Literal('answer'),
          verdict: oneOf(namesOf(MISTAKE_VERDICTS)),
          says: Words(LONGEST_MISTAKE.answer),
        },
        closed,
      ),
    ]),
  },
  closed,
);
export type MistakeActSent = Static<typeof MistakeActSentSchema>;
export type MistakeActBody = MistakeActSent['act'];
