/** What the console may send, as schemas checked on each route. Nothing that is not named here gets in. */
import { type Static, Type } from 'typebox';

const Words = (maxLength: number) => Type.String({ maxLength });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const closed = { additionalProperties: false };

export const SignInSchema = Type.Object({ signInName: Words(100), password: Words(200) }, closed);
export type SignIn = Static<typeof SignInSchema>;

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

export const RequestQuerySchema = Type.Object(
  {
    text: Type.Optional(Words(100)),
    state: Type.Optional(Words(40)),
    light: Type.Optional(
      Type.Union([
        Type.Literal('green'),
        Type.Literal('yellow'),
        Type.Literal('red'),
        Type.Literal('overdue'),
        Type.Literal('paused'),
      ]),
    ),
    sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('newest')])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  closed,
);
export type RequestQuery = Static<typeof RequestQuerySchema>;

export const RegisterSchema = Type.Object(
  {
    agencyId: Words(100),
    on: Day,
    confirmedOn: Type.Optional(Day),
    channel: Words(40),
    applicantKind: Words(40),
    applicant: Type.Object(
      {
        name: Words(200),
        identity: Words(200),
        phone: Words(100),
        email: Words(200),
        address: Words(500),
        representative: Words(100),
      },
      closed,
    ),
    wanted: Words(20_000),
    formWanted: Words(40),
  },
  closed,
);
export type Registration = Static<typeof RegisterSchema>;

const OneReport = { agencyId: Words(100), year: Type.Integer({ minimum: 2008, maximum: 2100 }) };
export const ReportKeySchema = Type.Object(OneReport, closed);

export const ReportActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('open') }, closed),
  Type.Object(
    {
      verb: Type.Literal('write'),
      narrative: Type.Array(Type.Object({ heading: Words(200), text: Words(50_000) }, closed), { maxItems: 50 }),
    },
    closed,
  ),
  Type.Object({ verb: Type.Literal('freeze'), waiver: Type.Optional(Words(2_000)) }, closed),
  Type.Object({ verb: Type.Literal('reopen'), reason: Words(2_000) }, closed),
  Type.Object({ verb: Type.Literal('publish') }, closed),
  Type.Object({ verb: Type.Literal('correct'), note: Words(2_000) }, closed),
]);
export type ReportAct = Static<typeof ReportActSchema>;

export const BehindQuerySchema = Type.Object(
  { figure: Words(100), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  closed,
);

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
  { parentId: Words(100), name: Words(100), kind: Words(40), creditCode: Words(18) },
  closed,
);
export type NewAgency = Static<typeof NewAgencySchema>;

export const PublicationQuerySchema = Type.Object(
  { title: Type.Optional(Words(100)), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) },
  closed,
);
