/** What the console may send about the gazette: one issue as it is compiled. Its review and release go the way of every document. */
import { type Static, Type } from 'typebox';
import { LONGEST_HEADING, MOST_PRINTED, MOST_SECTIONS } from '../../publications/gazette.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const MANY = 3;

export const IssueSchema = Type.Object(
  {
    /** Absent: a new issue. With it, the edition the editor began with. */
    documentId: Type.Optional(Words(100)),
    edition: Type.Optional(Words(100)),
    agencyId: Words(100),
    year: Type.Integer({ minimum: 2000, maximum: 2099 }),
    number: Type.Integer({ minimum: 1, maximum: 99 }),
    cover: Words(5_000),
    changeNote: Words(500),
    sections: Type.Array(
      Type.Object(
        {
          heading: Words(LONGEST_HEADING * MANY),
          documentIds: Type.Array(Words(100), { maxItems: MOST_PRINTED * MANY }),
        },
        closed,
      ),
      { maxItems: MOST_SECTIONS * MANY },
    ),
  },
  closed,
);
export type IssueSent = Static<typeof IssueSchema>;
