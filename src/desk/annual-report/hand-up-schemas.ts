/** What the console may send about 报送. */
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };
const Why = Type.String({ maxLength: 2_000 });
const Version = Type.String({ maxLength: 100 });

export const HandUpActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('handUp'), why: Why }, closed),
  Type.Object(
    {
      verb: Type.Literal('enterFigures'),
      cells: Type.Record(Type.String({ maxLength: 60 }), Type.Number(), { maxProperties: 400 }),
      why: Why,
    },
    closed,
  ),
  /** `handUpId`: the version the officer has looked at. */
  /** `why`: where entered figures differ from the records. */
  Type.Object({ verb: Type.Literal('accept'), handUpId: Version, why: Type.Optional(Why) }, closed),
  Type.Object({ verb: Type.Literal('keepEntered'), handUpId: Version, why: Why }, closed),
  Type.Object({ verb: Type.Literal('countRecords'), handUpId: Version, why: Why }, closed),
  Type.Object({ verb: Type.Literal('return'), handUpId: Version, why: Why }, closed),
]);
export type HandUpAct = Static<typeof HandUpActSchema>;
