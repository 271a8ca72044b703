/** 县里的词库, as it is sent. */
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };

/** `seen`: the version on screen; `trial`: read and told, and not taken. */
export const WordSheetQuerySchema = Type.Object(
  { seen: Type.Integer({ minimum: 0 }), trial: Type.Optional(Type.Boolean()) },
  closed,
);
export type WordSheetQuery = Static<typeof WordSheetQuerySchema>;

/** 停用: `seen` as above. */
export const EndWordsSchema = Type.Object({ seen: Type.Integer({ minimum: 0 }) }, closed);
export type EndWordsSent = Static<typeof EndWordsSchema>;

export const WordAgencySchema = Type.Object({ agencyId: Type.String({ maxLength: 100 }) }, closed);
export const WordVersionSchema = Type.Object(
  { agencyId: Type.String({ maxLength: 100 }), version: Type.Integer({ minimum: 1 }) },
  closed,
);
