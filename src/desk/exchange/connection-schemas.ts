/** What the console may send about connections and sources. */
import { type Static, Type } from 'typebox';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Names = Type.Record(Type.String({ maxLength: 100 }), Words(200), { maxProperties: 500 });

const Settings = Type.Object(
  {
    name: Words(50),
    way: Type.Union([
      Type.Literal('http'),
      Type.Literal('folder'),
      Type.Literal('webhook'),
      Type.Literal('credit'),
      Type.Literal('offer'),
    ]),
    address: Words(300),
    keyId: Words(60),
    secretFile: Words(60),
    mapping: Type.Object({ fields: Names, columns: Names, constants: Names }, closed),
  },
  closed,
);
export const ConnectionSchema = Settings;
export type ConnectionSent = Static<typeof Settings>;

/** What is done with whatever goes out piece by piece: a connection, a 公众号. */
export const ON_PIECES = [
  Type.Object(
    {
      verb: Type.Union([
        Type.Literal('close'),
        Type.Literal('reopen'),
        Type.Literal('compareNow'),
        Type.Literal('sendAllAgain'),
      ]),
    },
    closed,
  ),
  Type.Object({ verb: Type.Literal('sendAgain'), piece: Words(300) }, closed),
  Type.Object({ verb: Type.Literal('giveUp'), piece: Words(300), why: Words(200) }, closed),
] as const;

export const ConnectionActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('change'), settings: Settings }, closed),
  ...ON_PIECES,
]);
export type ConnectionActSent = Static<typeof ConnectionActSchema>;

export const SourceSchema = Type.Object(
  {
    name: Words(50),
    siteUrl: Words(300),
    keyId: Words(60),
    secretFile: Words(60),
    /** Empty: it only delivers. */
    takeFrom: Words(300),
    /** Minutes. */
    takeEvery: Type.Integer(),
  },
  closed,
);
export type SourceSent = Static<typeof SourceSchema>;

export const SourceActSchema = Type.Union([
  Type.Object({ verb: Type.Union([Type.Literal('close'), Type.Literal('reopen'), Type.Literal('takeNow')]) }, closed),
  Type.Object({ verb: Type.Literal('change'), settings: SourceSchema }, closed),
]);
export type SourceActSent = Static<typeof SourceActSchema>;
