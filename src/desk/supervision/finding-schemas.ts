/** What the console may send about watched sites and tickets. */
import { type Static, Type } from 'typebox';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };

export const NewSiteSchema = Type.Object(
  { agencyId: Words(100), name: Words(100), address: Words(500), own: Type.Boolean() },
  closed,
);
export type NewSite = Static<typeof NewSiteSchema>;

const TicketActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('assign'), officerId: Words(100) }, closed),
  Type.Object({ verb: Type.Literal('reportFixed'), says: Words(1_000) }, closed),
  Type.Object({ verb: Type.Literal('acceptFinding'), findingId: Words(100), because: Words(500) }, closed),
]);
export type TicketActBody = Static<typeof TicketActSchema>;

/** `seen`: the state and the number of open findings the officer had before him. */
export const TicketActSentSchema = Type.Object({ seen: Words(60), act: TicketActSchema }, closed);
export type TicketActSent = Static<typeof TicketActSentSchema>;

export const MonthQuerySchema = Type.Object(
  { month: Type.String({ pattern: '^20\\d{2}-(?:0[1-9]|1[0-2])$' }) },
  closed,
);
export type MonthQuery = Static<typeof MonthQuerySchema>;

export const QuarterQuerySchema = Type.Object(
  {
    quarter: Type.String({ pattern: '^20\\d{2}-[1-4]$' }),
    format: Type.Union([Type.Literal('xlsx'), Type.Literal('docx')]),
  },
  closed,
);
export type QuarterQuery = Static<typeof QuarterQuerySchema>;
