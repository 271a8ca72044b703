/** What the console may send about 主动公开: a draft, an act on a document, a rule of review. */
import { type Static, Type } from 'typebox';
import { BODY_LETTERS } from '../../publications/body-signs.ts';
import { COLUMN_KEY_LENGTH } from '../../publications/columns.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { MOST_LETTERS, OPEN_MODES } from '../../publications/particulars.ts';
import { RELATION_KINDS } from '../../publications/relations.ts';
import { PRESET_NAMES } from '../../publications/review/chains.ts';
import { STEP_NAMES } from '../../publications/review/steps.ts';
import { WITHDRAWAL_REASONS } from '../../publications/withdrawal.ts';
import { Day } from '../civil-day.ts';
import { namesOf, oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const DayOrNone = Type.Union([Day, Type.Literal('')]);
const Id = Words(100);
const Hash = Words(100);
/** Left empty it is asked for beside the field, before anybody's rights are. */
const Chosen = Type.String({ minLength: 1, maxLength: 100 });

const ParticularsSchema = Type.Object(
  {
    title: Words(MOST_LETTERS.title),
    issuer: Words(MOST_LETTERS.issuer),
    docNo: Words(MOST_LETTERS.docNo),
    writtenOn: Day,
    topic: Words(MOST_LETTERS.topic),
    genre: Words(MOST_LETTERS.genre),
    summary: Words(MOST_LETTERS.summary),
    keywords: Type.Array(Words(MOST_LETTERS.keyword), { maxItems: 20 }),
    effectiveOn: DayOrNone,
    expiresOn: DayOrNone,
    openMode: oneOf(namesOf(OPEN_MODES)),
    openModeReason: Words(MOST_LETTERS.openModeReason),
  },
  closed,
);
export type ParticularsOfForm = Static<typeof ParticularsSchema>;

const Content = {
  particulars: ParticularsSchema,
  bodyHtml: Words(BODY_LETTERS),
  relations: Type.Array(Type.Object({ kind: oneOf(namesOf(RELATION_KINDS)), to: Id }, closed), { maxItems: 50 }),
  /** Absent: as they are. */
  attachments: Type.Optional(Type.Array(Words(64), { maxItems: 100 })),
};
const Columns = Type.Array(Words(COLUMN_KEY_LENGTH), { maxItems: 20 });

/** 窗口 [PUB-111]: drawn by the console for each, and the version it goes on from. */
const WINDOW = {
  window: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  after: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
};
/** Whose kept text has become an edition; absent where nothing was kept. */
const Kept = { kept: Type.Optional(Type.Object(WINDOW, closed)) };

export const DraftSchema = Type.Object(
  { agencyId: Chosen, kind: oneOf(namesOf(DOCUMENT_KINDS)), columns: Columns, ...Content, ...Kept },
  closed,
);
export type DraftSent = Static<typeof DraftSchema>;

/** What the officer decided on [SEC-8]: the text, and `seen`, how many lines the ledger had of the document. */
const act = <Verb extends string, Fields extends Parameters<typeof Type.Object>[0]>(verb: Verb, fields: Fields) =>
  Type.Object({ verb: Type.Literal(verb), seen: Type.Integer({ minimum: 0 }), edition: Hash, ...fields }, closed);
const Said = Words(2_000);
/** Findings seen and left undecided [REV-27]. */
const Leaving = { leaving: Type.Optional(Type.Array(Hash, { maxItems: 1_000 })) };

export const PublicationActSchema = Type.Union([
  act('revise', { ...Content, ...Kept, columns: Columns, changeNote: Words(500) }),
  act('submit', {}),
  act('passStep', { step: oneOf(STEP_NAMES), opinion: Said, ...Leaving }),
  act('returnStep', {
    step: oneOf(STEP_NAMES),
    to: oneOf([...STEP_NAMES, 'author'] as const),
    reason: Said,
  }),
  act('answerReturn', { answer: Said }),
  act('clearFinding', { finding: Hash, reason: Said }),
  act('publish', Leaving),
  act('publishUrgently', { reason: Said }),
  act('schedule', { ...Leaving, on: Day, time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }) }),
  act('unschedule', {}),
  act('withdraw', { reason: oneOf(namesOf(WITHDRAWAL_REASONS)), explanation: Said, mergedInto: Type.Optional(Id) }),
  act('repeal', { how: oneOf(['repealed', 'declaredVoid'] as const), on: Day, by: Words(200) }),
]);
export type PublicationActSent = Static<typeof PublicationActSchema>;

export const ReviewRuleSchema = Type.Object(
  {
    agencyId: Id,
    column: Type.Union([Words(COLUMN_KEY_LENGTH), Type.Null()]),
    kind: Type.Union([oneOf(namesOf(DOCUMENT_KINDS)), Type.Null()]),
    preset: Type.Union([oneOf(PRESET_NAMES), Type.Null()]),
  },
  closed,
);
export type ReviewRuleSent = Static<typeof ReviewRuleSchema>;

/** Of which edition the proof is taken. */
export const ProofSchema = Type.Object({ edition: Hash }, closed);
export type ProofSent = Static<typeof ProofSchema>;

/** 标准版 or 适老版. */
export const PreviewSchema = Type.Object({ look: Type.Optional(oneOf(['standard', 'senior'] as const)) }, closed);
export type PreviewQuery = Static<typeof PreviewSchema>;

export const PreviewPaperSchema = Type.Object({ id: Id, format: oneOf(['docx', 'pdf'] as const) }, closed);

export const SheetFormatSchema = Type.Object({ id: Id, format: oneOf(['docx', 'xlsx'] as const) }, closed);

/** 暂存: of which document, or 'new'. */
export const AboutSchema = Type.Object({ about: Id }, closed);
/** `content`: the form as it stands, which the console alone reads again. */
export const KeepSchema = Type.Object({ title: Words(200), content: Words(BODY_LETTERS * 2), ...WINDOW }, closed);
export type KeepSent = Static<typeof KeepSchema>;
export const ForgetSchema = Type.Object(WINDOW, closed);
export type ForgetSent = Static<typeof ForgetSchema>;
