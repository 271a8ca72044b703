/** What the console may send about 媒体账号. */
import { type Static, Type } from 'typebox';
import { LONGEST_ACCOUNT, PLATFORMS } from '../../exchange/accounts/media-account.ts';
import { MOST_LINES } from '../../exchange/accounts/post-lines.ts';
import { Day } from '../civil-day.ts';
import { namesOf, oneOf } from '../schemas.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const Year = Type.Integer({ minimum: 2008, maximum: 2100 });

export const AccountsQuerySchema = Type.Object(
  {
    year: Type.Optional(Year),
    platform: Type.Optional(oneOf(namesOf(PLATFORMS))),
    state: Type.Optional(oneOf(['inUse', 'unfiled', 'closed'] as const)),
    text: Type.Optional(Words(60)),
  },
  closed,
);
export type AccountsQuery = Static<typeof AccountsQuerySchema>;

export const AccountQuerySchema = Type.Object(
  { year: Type.Optional(Year), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) },
  closed,
);
export type AccountQuery = Static<typeof AccountQuerySchema>;

const Particulars = {
  agencyId: Words(100),
  platform: oneOf(namesOf(PLATFORMS)),
  name: Words(LONGEST_ACCOUNT.name),
  handle: Words(LONGEST_ACCOUNT.handle),
  contact: Words(LONGEST_ACCOUNT.contact),
};

export const NewAccountSchema = Type.Object({ ...Particulars, openedOn: Day }, closed);
export type NewAccount = Static<typeof NewAccountSchema>;

export const AccountActSchema = Type.Union([
  Type.Object({ verb: Type.Literal('change'), ...Particulars, why: Words(LONGEST_ACCOUNT.why) }, closed),
  Type.Object({ verb: Type.Literal('file'), number: Words(LONGEST_ACCOUNT.number), on: Day }, closed),
  Type.Object({ verb: Type.Literal('close'), on: Day, why: Words(LONGEST_ACCOUNT.why) }, closed),
  Type.Object({ verb: Type.Literal('recordPosts'), lines: Words(MOST_LINES * 200) }, closed),
]);
export type AccountActSent = Static<typeof AccountActSchema>;

export const PostWithdrawnSchema = Type.Object({ why: Words(LONGEST_ACCOUNT.why) }, closed);
export type PostWithdrawn = Static<typeof PostWithdrawnSchema>;
