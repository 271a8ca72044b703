/**
 * 共享信息 SharedCopy [XCH-1…3]: what another platform gets of ours, and the schema it must fit when it comes from one. Everything in it the public
 * reads here as well; no editor, no review, no draft. What to know first:
 *
 * - A document is handed over as it stands now, not as a chain of changes: the newest revision counts, an older one that comes late gives way.
 * - Its digest says whether two sides hold the same; it leaves out the revision.
 * - Files go beside it, each known by its content.
 */
import { type Static, Type } from 'typebox';
import { canonical, sm3 } from '../../ledger/entry.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[A-Za-z0-9._-]{1,100}$' });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Words = (maxLength: number) => Type.String({ maxLength });
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
const Moment = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z$' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);

/** The item under which the tree of columns is handed over. */
export const COLUMNS_ID = 'columns';
export const MOST_FILES = 100;
/** Characters of a body. */
const LONGEST_BODY = 2_000_000;

export const SharedFileSchema = Type.Object(
  { sha256: Hash, name: Words(200), kind: Words(10), bytes: Type.Integer({ minimum: 1 }) },
  closed,
);
const ColumnSchema = Type.Object({ key: Words(100), name: Words(100) }, closed);

export const SharedDocumentSchema = Type.Object(
  {
    what: Type.Literal('document'),
    id: Id,
    /** Where the public reads the original. */
    url: Type.String({ pattern: '^https?://', maxLength: 500 }),
    /** 信息种类. */
    kind: Words(50),
    indexNo: Words(100),
    title: Type.String({ minLength: 1, maxLength: 500 }),
    /** The agency that published it, and the one named as its author. */
    agency: Words(200),
    issuer: Words(200),
    docNo: orNull(Words(200)),
    topic: Words(200),
    genre: Words(200),
    summary: Words(5_000),
    keywords: Type.Array(Words(100), { maxItems: 50 }),
    writtenOn: Day,
    effectiveOn: orNull(Day),
    expiresOn: orNull(Day),
    ended: orNull(Type.Object({ on: Day, by: Words(500) }, closed)),
    publishedAt: Moment,
    changedAt: Moment,
    changeNote: orNull(Words(2_000)),
    columns: Type.Array(ColumnSchema, { maxItems: 50 }),
    bodyHtml: Words(LONGEST_BODY),
    files: Type.Array(SharedFileSchema, { maxItems: MOST_FILES }),
    /** In the body under `/pictures/SHA256`. */
    pictures: Type.Array(SharedFileSchema, { maxItems: MOST_FILES }),
  },
  closed,
);
export const SharedWithdrawalSchema = Type.Object(
  { what: Type.Literal('withdrawal'), id: Id, notice: Words(500), withdrawnOn: Day },
  closed,
);
export const SharedColumnsSchema = Type.Object(
  {
    what: Type.Literal('columns'),
    id: Type.Literal(COLUMNS_ID),
    columns: Type.Array(Type.Object({ key: Words(100), parent: orNull(Words(100)), name: Words(100) }, closed), {
      maxItems: 2_000,
    }),
  },
  closed,
);

export const SharedMessageSchema = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    digest: Hash,
    item: Type.Union([SharedDocumentSchema, SharedWithdrawalSchema, SharedColumnsSchema]),
  },
  closed,
);

export type SharedFile = Static<typeof SharedFileSchema>;
export type SharedDocument = Static<typeof SharedDocumentSchema>;
export type SharedWithdrawal = Static<typeof SharedWithdrawalSchema>;
export type SharedColumns = Static<typeof SharedColumnsSchema>;
export type SharedCopy = SharedDocument | SharedWithdrawal | SharedColumns;
/** An item on its way. */
export type SharedMessage = Static<typeof SharedMessageSchema>;

/** SM3 of the item in canonical form: what both sides compare. */
export function digestOf(item: SharedCopy): string {
  return sm3(canonical(item));
}

export function messageOf(item: SharedCopy, revision: number): SharedMessage {
  return { revision, digest: digestOf(item), item };
}

/** 持有清单: what the other side holds of ours. */
const What = Type.Union([Type.Literal('document'), Type.Literal('withdrawal'), Type.Literal('columns')]);
export const HeldSchema = Type.Object({ id: Id, what: What, revision: Type.Integer({ minimum: 0 }), digest: Hash });
export type Held = Static<typeof HeldSchema>;

/** In the order of the ids; `next` is where the following page begins, null after the last. */
export const InventorySchema = Type.Object({ items: Type.Array(HeldSchema), next: orNull(Id) });
export type Inventory = Static<typeof InventorySchema>;

/** What is told of what was not public here at any time, or not in this scope: it is to go. */
export function goneNotice(id: string, withdrawnOn: string): SharedWithdrawal {
  return { what: 'withdrawal', id, notice: '来源网站没有公开这条信息。', withdrawnOn };
}
