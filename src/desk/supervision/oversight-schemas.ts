/** What the console may send about 考核、评议、追究 and complaints. */
import { type Static, Type } from 'typebox';
import {
  COMPLAINT_GROUNDS,
  COMPLAINT_MEASURES,
  COMPLAINT_VERDICTS,
  LONGEST_OVERSIGHT,
  OVERSIGHT_KINDS,
} from '../../supervision/accountability/oversight.ts';
import { Day } from '../civil-day.ts';
import { namesOf, oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };

export const OversightQuerySchema = Type.Object(
  { year: Type.Optional(Type.Integer({ minimum: 2008, maximum: 2100 })) },
  closed,
);
export type OversightQuery = Static<typeof OversightQuerySchema>;

export const NewOversightSchema = Type.Object(
  {
    agencyId: Words(100),
    aboutId: Words(100),
    kind: oneOf(namesOf(OVERSIGHT_KINDS)),
    on: Day,
    title: Words(LONGEST_OVERSIGHT.title),
    result: Words(LONGEST_OVERSIGHT.result),
  },
  closed,
);
export type NewOversight = Static<typeof NewOversightSchema>;

export const OversightWithdrawnSchema = Type.Object({ because: Words(LONGEST_OVERSIGHT.because) }, closed);
export type OversightWithdrawn = Static<typeof OversightWithdrawnSchema>;

export const NewComplaintSchema = Type.Object(
  {
    agencyId: Words(100),
    aboutId: Words(100),
    ground: oneOf(namesOf(COMPLAINT_GROUNDS)),
    receivedOn: Day,
    says: Words(LONGEST_OVERSIGHT.says),
  },
  closed,
);
export type NewComplaint = Static<typeof NewComplaintSchema>;

export const ComplaintAnswerSchema = Type.Object(
  {
    verdict: oneOf(namesOf(COMPLAINT_VERDICTS)),
    measure: oneOf(namesOf(COMPLAINT_MEASURES)),
    answer: Words(LONGEST_OVERSIGHT.answer),
  },
  closed,
);
export type ComplaintAnswer = Static<typeof ComplaintAnswerSchema>;
