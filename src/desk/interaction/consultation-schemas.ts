/** What the console may send about 民意征集调查. */
import { type Static, type TSchema, Type } from 'typebox';
import { ADOPTION_NAMES } from '../../interaction/consultations/adoption.ts';
import { CONSULTATION_FORMS } from '../../interaction/consultations/consultation.ts';
import { LONGEST_OUTCOME, LONGEST_REPLY, LONGEST_TEXT, MOST_AT_ONCE } from '../../interaction/consultations/decide.ts';
import { LONGEST_DAYS, PERIOD_RULE_NAMES } from '../../interaction/consultations/period.ts';
import { MOST, QUESTION_KIND_NAMES } from '../../interaction/consultations/questions.ts';
import { namesOf, oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const act = <V extends string, P extends Record<string, TSchema>>(verb: V, particulars: P) =>
  Type.Object({ verb: Type.Literal(verb), ...particulars }, closed);

const Choice = Type.Integer({ minimum: 0, maximum: MOST.options });
const QuestionSchema = Type.Object(
  {
    key: Words(10),
    kind: oneOf(QUESTION_KIND_NAMES),
    says: Words(500),
    required: Type.Boolean(),
    options: Type.Array(Words(200), { maxItems: MOST.options }),
    rows: Type.Array(Words(200), { maxItems: MOST.rows }),
    showIf: Type.Union([
      Type.Null(),
      Type.Object({ question: Words(10), options: Type.Array(Choice, { maxItems: MOST.options }) }, closed),
    ]),
  },
  closed,
);

const TextSchema = Type.Object(
  {
    form: oneOf(namesOf(CONSULTATION_FORMS)),
    title: Words(LONGEST_TEXT.title),
    explanation: Words(LONGEST_TEXT.explanation),
    draft: Words(LONGEST_TEXT.draft),
    questions: Type.Array(QuestionSchema, { maxItems: MOST.questions }),
    otherWays: Words(LONGEST_TEXT.otherWays),
    matter: oneOf(PERIOD_RULE_NAMES),
    days: Type.Integer({ minimum: 0, maximum: LONGEST_DAYS }),
    whyShorter: Words(LONGEST_TEXT.whyShorter),
  },
  closed,
);

export const NewConsultationSchema = Type.Object({ agencyId: Words(100), text: TextSchema }, closed);
export type NewConsultation = Static<typeof NewConsultationSchema>;

const ConsultationActSchema = Type.Union([
  act('revise', { text: TextSchema }),
  act('submit', {}),
  act('check', { passed: Type.Boolean(), opinion: Words(1_000) }),
  act('prolong', { days: Type.Integer({ minimum: 0, maximum: LONGEST_DAYS }), why: Words(500) }),
  act('stop', { why: Words(500) }),
  act('reply', {
    opinionIds: Type.Array(Words(100), { maxItems: MOST_AT_ONCE }),
    adoption: oneOf(ADOPTION_NAMES),
    reply: Words(LONGEST_REPLY),
    gist: Words(500),
  }),
  act('summarize', { outcome: Words(LONGEST_OUTCOME) }),
  act('approve', { passed: Type.Boolean(), opinion: Words(1_000) }),
]);
export type ConsultationActBody = Static<typeof ConsultationActSchema>;

export const ConsultationActSentSchema = Type.Object(
  { seen: Type.Integer({ minimum: 1 }), act: ConsultationActSchema },
  closed,
);
export type ConsultationActSent = Static<typeof ConsultationActSentSchema>;

const Numbered = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }));
export const ConsultationListQuerySchema = Type.Object(
  { page: Numbered, which: Type.Optional(oneOf(['waiting', 'all'] as const)) },
  closed,
);
export type ConsultationListQuery = Static<typeof ConsultationListQuerySchema>;

export const OpinionQuerySchema = Type.Object(
  { page: Numbered, which: Type.Optional(oneOf(['open', 'all'] as const)) },
  closed,
);
export type OpinionQuery = Static<typeof OpinionQuerySchema>;

export const OpinionFileQuerySchema = Type.Object({ page: Numbered }, closed);
export type OpinionFileQuery = Static<typeof OpinionFileQuerySchema>;

export const OpinionFileIdSchema = Type.Object({ id: Words(100), fileId: Words(100) }, closed);

export const OpinionIdSchema = Type.Object({ id: Words(100), opinionId: Words(100) }, closed);
