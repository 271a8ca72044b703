/** A portal whose application form is filled in by tests: usual answers, looking over, sending. */
import type { Db } from '../../../platform/database.ts';
import {
  type Answer,
  type PortalPlay,
  portalFor,
  portalPlay,
  provenBy,
  type Visitor,
  visitorOf,
} from '../../portal.fixture.ts';
import type { PortalDeps } from '../../portal.ts';

export const ANSWERS = {
  wanted: '柳湾桥加固工程的施工图审查意见，2023年',
  agency: 'county',
  formWanted: 'electronic',
  kind: 'natural',
  name: '王小明',
  identityKind: '居民身份证',
  identityNumber: '110101199001011237',
  phone: '13912345678',
  email: '',
  address: '',
};

type Answers = Readonly<Record<string, string>>;

export interface Applying {
  readonly play: PortalPlay;
  /** A portal of its own: its intake has counted nothing yet. */
  fresh(change?: Partial<PortalDeps>): Visitor;
  /** How many there are. */
  applications(): Promise<number>;
}

export async function applying(db: Db): Promise<Applying> {
  const play = await portalPlay(db);
  return {
    play,
    fresh: (change) => visitorOf(portalFor(play.house, change)),
    async applications() {
      const { n } = await db
        .selectFrom('info_requests')
        .select((q) => q.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return n;
    },
  };
}

export const lookOver = (visitor: Visitor, answers: Answers = ANSWERS, headers = {}): Promise<Answer> =>
  visitor.post('/apply', { ...answers, at: 'files', do: 'next' }, headers);

/** The form as a browser sends it, with its proof. */
export async function provenForm(visitor: Visitor, answers: Answers = ANSWERS) {
  const review = await lookOver(visitor, answers);
  return { ...answers, at: 'review', do: 'send', ...(await provenBy(review.body)) };
}

/** Looks over and sends. */
export async function send(visitor: Visitor, answers: Answers = ANSWERS, headers = {}): Promise<Answer> {
  const review = await lookOver(visitor, answers);
  const proof = review.statusCode === 200 ? await provenBy(review.body) : {};
  return visitor.post('/apply', { ...answers, at: 'review', do: 'send', ...proof }, headers);
}
