/** What the console may send, as schemas checked on each route. Nothing that is not named here gets in. */
import { type Static, Type } from 'typebox';
import { APPLICANT_KIND_NAMES } from '../requests/applicant-kinds.ts';
import { FORMS_WANTED } from '../requests/forms-wanted.ts';
import { IDENTITY_REASONS } from '../requests/identity-reasons.ts';
import { RECEIPT_RECORD_NAMES, type ReceiptRecords } from '../requests/receipt-records.ts';
import { CONCLUSIONS } from '../requests/remedies/conclusions.ts';
import { REMEDY_KINDS } from '../requests/remedies/remedy.ts';
import { REQUEST_STATES } from '../requests/states.ts';
import { CHANNELS } from '../statute/receipt.ts';
import { Day } from './civil-day.ts';
import { ERASURE_KIND_NAMES } from './requests/erasure-kinds.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
/** One of the names of a table. */
export const oneOf = <Name extends string>(names: readonly Name[]) =>
  Type.Unsafe<Name>(Type.Union(names.map((name) => Type.Literal(name))));
export const namesOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

/** 补发查询码: `seen` as of an act. */
export const RenewCodeSchema = Type.Object({ seen: Type.Integer({ minimum: 1 }), document: Words(100) }, closed);
export type RenewCodeSent = Static<typeof RenewCodeSchema>;

/** What an address names. */
export const IdSchema = Type.Object({ id: Words(100) }, closed);

export const SignInSchema = Type.Object(
  {
    signInName: Words(100),
    password: Words(200),
    /** Of the authenticator, where the account has one. */
    code: Type.Optional(Words(20)),
    /** One of his own, where somebody else chose the one he has. */
    newPassword: Type.Optional(Words(200)),
  },
  closed,
);
export type SignIn = Static<typeof SignInSchema>;

/** The query with which the identity provider sent the browser back. */
export const ProviderAnswerSchema = Type.Object({ answer: Words(4_000) }, closed);
export type ProviderAnswer = Static<typeof ProviderAnswerSchema>;

export const SetupSchema = Type.Object(
  {
    token: Words(200),
    agencyName: Words(100),
    creditCode: Words(18),
    name: Words(50),
    signInName: Words(50),
    password: Words(200),
  },
  closed,
);
export type Setup = Static<typeof SetupSchema>;

const Narrowed = {
  agencyId: Type.Optional(Words(100)),
  text: Type.Optional(Words(100)),
  state: Type.Optional(oneOf(REQUEST_STATES)),
  light: Type.Optional(oneOf(['green', 'yellow', 'red', 'overdue', 'paused'] as const)),
  sort: Type.Optional(oneOf(['due', 'newest'] as const)),
};

/** 导出 takes the whole list, whichever page is on the screen. */
export const ExportQuerySchema = Type.Object(Narrowed, closed);
export type ExportQuery = Static<typeof ExportQuerySchema>;

export const RequestQuerySchema = Type.Object(
  { ...Narrowed, page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  closed,
);
export type RequestQuery = Static<typeof RequestQuerySchema>;

/** 申请人 as a form sends him: whatever is not known is empty. */
const ApplicantFields = {
  name: Words(200),
  identity: Words(200),
  phone: Words(100),
  email: Words(200),
  address: Words(500),
  representative: Words(100),
};
export const ApplicantSchema = Type.Object(ApplicantFields, closed);

/** [REQ-129] 申请人, with his 代理人 or the others for whom he stands. */
const RegisteredApplicantSchema = Type.Object(
  {
    ...ApplicantFields,
    agent: Type.Optional(Type.Object({ name: Words(200), identity: Words(200), phone: Words(100) }, closed)),
    together: Type.Optional(Type.Array(Words(200), { maxItems: 200 })),
  },
  closed,
);

export const RegisterSchema = Type.Object(
  {
    /** 128 random bits of `crypto.getRandomValues` in hexadecimal, drawn when the form is opened: sent twice, it registers once. */
    submission: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    agencyId: Words(100),
    on: Day,
    confirmedOn: Type.Optional(Day),
    why: Type.Optional(Words(20_000)),
    records: Type.Optional(
      Type.Unsafe<ReceiptRecords>(
        Type.Object(
          Object.fromEntries(RECEIPT_RECORD_NAMES.map((name) => [name, Type.Optional(Words(2_000))])),
          closed,
        ),
      ),
    ),
    channel: oneOf(namesOf(CHANNELS)),
    applicantKind: oneOf(APPLICANT_KIND_NAMES),
    applicant: RegisteredApplicantSchema,
    wanted: Words(20_000),
    formWanted: oneOf(namesOf(FORMS_WANTED)),
  },
  closed,
);
export type Registration = Static<typeof RegisterSchema>;

export const IdentityReasonSchema = Type.Object({ reason: oneOf(namesOf(IDENTITY_REASONS)) }, closed);
export type IdentityReason = Static<typeof IdentityReasonSchema>;

const LooksNarrowed = {
  agencyId: Type.Optional(Words(100)),
  officerId: Type.Optional(Words(100)),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
};
export const LookExportQuerySchema = Type.Object(LooksNarrowed, closed);
export type LookExportQuery = Static<typeof LookExportQuerySchema>;

export const LookQuerySchema = Type.Object(
  { ...LooksNarrowed, page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  closed,
);
export type LookQuery = Static<typeof LookQuerySchema>;
export const PageQuerySchema = Type.Object(
  { page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) },
  closed,
);
export type PageQuery = Static<typeof PageQuerySchema>;

/** 确认清除: exactly the files that were read. */
export const ErasureSentSchema = Type.Object(
  { agencyId: Words(100), kind: oneOf(ERASURE_KIND_NAMES), fileIds: Type.Array(Words(100), { maxItems: 200 }) },
  closed,
);
export type ErasureSent = Static<typeof ErasureSentSchema>;

export const FeeQuerySchema = Type.Object(
  {
    place: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    units: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
    pages: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  },
  closed,
);
export type FeeQuery = Static<typeof FeeQuerySchema>;

export const NewRemedySchema = Type.Object(
  {
    agencyId: Words(100),
    requestId: Type.Union([Words(100), Type.Null()]),
    kind: oneOf(namesOf(REMEDY_KINDS)),
    caseNumber: Words(100),
    body: Words(200),
    filedOn: Day,
  },
  closed,
);
export type NewRemedy = Static<typeof NewRemedySchema>;

const RemedyActSchema = Type.Union([
  Type.Object(
    { verb: Type.Literal('recordNotice'), on: Day, procedure: oneOf(['simplified', 'ordinary'] as const) },
    closed,
  ),
  Type.Object({ verb: Type.Literal('recordAnswer'), on: Day, evidence: Words(2_000) }, closed),
  Type.Object({ verb: Type.Literal('recordProlongation'), on: Day, days: Type.Integer() }, closed),
  Type.Object({ verb: Type.Literal('tellBody'), on: Day, evidence: Words(2_000) }, closed),
  Type.Object(
    {
      verb: Type.Literal('recordResult'),
      closedOn: Day,
      conclusion: oneOf(namesOf(CONCLUSIONS)),
      receivedOn: Type.Optional(Day),
      orders: Type.Optional(Type.Boolean()),
      replyBy: Type.Optional(Day),
    },
    closed,
  ),
  Type.Object(
    {
      verb: Type.Literal('recordNextInstance'),
      stage: oneOf(['secondInstance', 'retrial'] as const),
      on: Day,
    },
    closed,
  ),
]);
export type RemedyAct = Static<typeof RemedyActSchema>;

/** `seen`: the number of the last step of the case when the officer decided. */
export const RemedyActSentSchema = Type.Object({ seen: Type.Integer({ minimum: 1 }), act: RemedyActSchema }, closed);
export type RemedyActSent = Static<typeof RemedyActSentSchema>;

const OneReport = { agencyId: Words(100), year: Type.Integer({ minimum: 2008, maximum: 2100 }) };
export const ReportKeySchema = Type.Object(OneReport, closed);

/** `seen` of the view the officer decided on: of a report that has moved on since, nothing is written, frozen or published. */
const Seen = Type.String({ maxLength: 129 });

export const ReportActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('open') }, closed),
  Type.Object(
    {
      verb: Type.Literal('write'),
      seen: Seen,
      narrative: Type.Array(Type.Object({ heading: Words(200), text: Words(50_000) }, closed), { maxItems: 50 }),
    },
    closed,
  ),
  Type.Object({ verb: Type.Literal('freeze'), seen: Seen, waiver: Type.Optional(Words(2_000)) }, closed),
  Type.Object({ verb: Type.Literal('reopen'), reason: Words(2_000) }, closed),
  Type.Object({ verb: Type.Literal('publish'), seen: Seen }, closed),
  Type.Object({ verb: Type.Literal('letPass'), seen: Seen, reason: Words(2_000) }, closed),
  Type.Object({ verb: Type.Literal('correct'), note: Words(2_000) }, closed),
]);
export type ReportAct = Static<typeof ReportActSchema>;

/** 人工定数: null where the source is blank; `seen` is how many settlements the screen showed. */
export const SettlementSchema = Type.Object(
  {
    pointer: Words(100),
    figure: Type.Union([Type.Number(), Type.Null()]),
    misprint: Type.Optional(Type.Boolean()),
    seen: Type.Integer({ minimum: 0, maximum: 100_000 }),
  },
  closed,
);
export type SettlementSent = Static<typeof SettlementSchema>;

/** 核对结论 of one finding; `seen` is how many the screen showed. */
export const JudgementSchema = Type.Object(
  {
    finding: Words(24),
    verdict: Type.Union([Type.Literal('confirmed'), Type.Literal('dismissed')]),
    why: Words(2_000),
    seen: Type.Integer({ minimum: 0, maximum: 100_000 }),
  },
  closed,
);
export type JudgementSent = Static<typeof JudgementSchema>;

/** 比较: ids of collected reports, separated by commas, and a measure to rank by. */
export const ComparisonQuerySchema = Type.Object({ ids: Words(4_000), rank: Type.Optional(Words(100)) }, closed);
export type ComparisonQuery = Static<typeof ComparisonQuerySchema>;

export const BehindQuerySchema = Type.Object(
  { figure: Words(100), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  closed,
);
export type BehindQuery = Static<typeof BehindQuerySchema>;

export const NewOfficerSchema = Type.Object(
  {
    agencyId: Words(100),
    name: Words(50),
    signInName: Words(50),
    password: Words(200),
    roles: Type.Array(Words(40), { maxItems: 20 }),
  },
  closed,
);
export type NewOfficer = Static<typeof NewOfficerSchema>;

export const NewAgencySchema = Type.Object(
  {
    ...{ parentId: Words(100), name: Words(100), kind: Words(40), creditCode: Words(18) },
    foundedOn: Type.Optional(Words(10)),
  },
  closed,
);
export type NewAgency = Static<typeof NewAgencySchema>;

export const PublicationQuerySchema = Type.Object(
  {
    title: Type.Optional(Words(100)),
    /** 在办、已发布、已撤回. */
    which: Type.Optional(oneOf(['inWork', 'published', 'withdrawn'] as const)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  closed,
);
export type PublicationQuery = Static<typeof PublicationQuerySchema>;
