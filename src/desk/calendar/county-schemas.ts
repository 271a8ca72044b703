/** What the console may send about the county itself: its people, its calendar, its settings, its opening balances. */
import { type Static, Type } from 'typebox';
import { Day } from '../civil-day.ts';
import { ApplicantSchema } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }));
const Year = Type.Integer({ minimum: 2008, maximum: 2100 });
const closed = { additionalProperties: false };

const Rights = Type.Array(Type.Object({ role: Words(40), agencyId: Words(100) }, closed), { maxItems: 100 });

/** 人员变动 on one officer. `giveRoles` names all his roles, not only the new ones. */
export const OfficerActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('giveRoles'), rights: Rights }, closed),
  Type.Object({ verb: Type.Literal('stop') }, closed),
  Type.Object({ verb: Type.Literal('resume') }, closed),
  Type.Object({ verb: Type.Literal('setPassword'), password: Words(200) }, closed),
  Type.Object({ verb: Type.Literal('bindIdentity'), subject: Words(300) }, closed),
  Type.Object({ verb: Type.Literal('unbindIdentity') }, closed),
]);
export type OfficerAct = Static<typeof OfficerActSchema>;

/** 成立日期; empty where the agency was there before anybody asked. */
export const FoundingSchema = Type.Object({ foundedOn: Words(10) }, closed);
export type Founding = Static<typeof FoundingSchema>;

/** 交办代理. */
export const NewDeputationSchema = Type.Object(
  {
    principalId: Words(100),
    deputyId: Words(100),
    roles: Type.Array(Words(40), { maxItems: 20 }),
    from: Day,
    to: Day,
    reason: Words(200),
  },
  closed,
);
export type NewDeputation = Static<typeof NewDeputationSchema>;

export const YearSchema = Type.Object({ year: Year }, closed);

export const NewNoticeSchema = Type.Object(
  {
    title: Words(200),
    number: Words(100),
    link: Words(500),
    publishes: Type.Union([Year, Type.Null()]),
    daysOff: Type.Array(Type.Object({ name: Words(50), from: Day, to: Day }, closed), { maxItems: 100 }),
    makeUpDays: Type.Array(Day, { maxItems: 100 }),
  },
  closed,
);
export type NewNotice = Static<typeof NewNoticeSchema>;

export const WithdrawNoticeSchema = Type.Object({ why: Words(500) }, closed);
export type WithdrawNotice = Static<typeof WithdrawNoticeSchema>;

export const SettingChangeSchema = Type.Object(
  { name: Words(40), value: Type.Union([Type.Integer({ minimum: 0, maximum: 1_000 }), Words(40)]), why: Words(500) },
  closed,
);
export type SettingChange = Static<typeof SettingChangeSchema>;

/** 结转的文件: in force from before the product. Days that are not known are empty. */
export const OpeningDocumentSchema = Type.Object(
  {
    agencyId: Words(100),
    kind: Words(40),
    column: Words(100),
    title: Words(200),
    docNo: Words(100),
    issuer: Words(100),
    topic: Words(50),
    genre: Words(50),
    writtenOn: Day,
    publishedOn: Day,
    effectiveOn: Type.Union([Day, Type.Literal('')]),
    expiresOn: Type.Union([Day, Type.Literal('')]),
    countedFrom: Type.Union([Day, Type.Literal('')]),
    indexNo: Words(100),
    text: Words(200_000),
  },
  closed,
);
export type OpeningDocument = Static<typeof OpeningDocumentSchema>;

/** 结转的申请: received and not answered before the product. */
export const OpeningApplicationSchema = Type.Object(
  {
    agencyId: Words(100),
    number: Words(100),
    receivedOn: Day,
    channel: Words(40),
    applicantKind: Words(40),
    applicant: ApplicantSchema,
    wanted: Words(20_000),
    formWanted: Words(40),
  },
  closed,
);
export type OpeningApplication = Static<typeof OpeningApplicationSchema>;

export const NewInteractionSchema = Type.Object(
  { agencyId: Words(100), kind: Words(40), title: Words(200), heldOn: Day },
  closed,
);
export type NewInteraction = Static<typeof NewInteractionSchema>;

export const InteractionQuerySchema = Type.Object({ year: Year, kind: Type.Optional(Words(40)), page: Page }, closed);
export type InteractionQuery = Static<typeof InteractionQuerySchema>;
