/** What the console may send about 更正申请. */
import { type Static, type TSchema, Type } from 'typebox';
import { APPLICANT_KIND_NAMES } from '../../requests/applicant-kinds.ts';
import { CORRECTION_CHANNELS } from '../../requests/personal-corrections/channels.ts';
import { CORRECTION_LETTER_NAMES } from '../../requests/personal-corrections/letter-kinds.ts';
import { CORRECTION_OUTCOME_NAMES } from '../../requests/personal-corrections/outcomes.ts';
import { Day } from '../civil-day.ts';
import { ApplicantSchema, namesOf, oneOf } from '../schemas.ts';
import { DISPATCH } from './request-acts.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };

export const NewCorrectionSchema = Type.Object(
  {
    /** 128 random bits in hexadecimal, drawn when the form is opened: sent twice, it registers once. */
    submission: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    agencyId: Words(100),
    on: Day,
    channel: oneOf(namesOf(CORRECTION_CHANNELS)),
    applicantKind: oneOf(APPLICANT_KIND_NAMES),
    applicant: ApplicantSchema,
    record: Words(500),
    wrong: Words(5_000),
    proof: Words(5_000),
  },
  closed,
);
export type NewCorrection = Static<typeof NewCorrectionSchema>;

const act = <V extends string, P extends Record<string, TSchema>>(verb: V, particulars: P) =>
  Type.Object({ verb: Type.Literal(verb), on: Day, ...particulars }, closed);

const CorrectionActSchema = Type.Union([
  act('askProof', { what: Words(5_000), until: Day }),
  act('receiveProof', { what: Words(5_000) }),
  act('decideCorrection', {
    outcome: oneOf(CORRECTION_OUTCOME_NAMES),
    why: Words(10_000),
    to: Type.Optional(Words(500)),
  }),
  act('serveCorrection', DISPATCH),
  act('recordReplyReceived', {}),
  act('archiveCorrection', {}),
]);
export type CorrectionActBody = Static<typeof CorrectionActSchema>;

export const CorrectionActSentSchema = Type.Object(
  { seen: Type.Integer({ minimum: 1 }), act: CorrectionActSchema },
  closed,
);
export type CorrectionActSent = Static<typeof CorrectionActSentSchema>;

export const CorrectionLetterSchema = Type.Object(
  {
    id: Words(100),
    n: Type.Integer({ minimum: 1 }),
    kind: oneOf(CORRECTION_LETTER_NAMES),
    format: oneOf(['pdf', 'docx'] as const),
  },
  closed,
);
