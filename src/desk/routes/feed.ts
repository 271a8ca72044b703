/**
 * 日历订阅 [REQ-101, REQ-104]: the officer makes, renews and ends the address; his calendar reads it without a session. A wrong address and an ended one are
 * answered alike, and how often either may be asked for is limited.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { NO_FEED } from '../../people/calendar-feed.ts';
import { actorOfFeed, feedOf } from '../../people/store/calendar-feeds.ts';
import { perform } from '../../perform.ts';
import { dayCalendar } from '../../platform/day-calendar.ts';
import { showAsJson } from '../../platform/http/face.ts';
import { problemOfRefusal } from '../../platform/http/problem.ts';
import { RateLimit } from '../../platform/rate-limit.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { FeedMadeView, FeedView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { OPEN, officerOf } from '../guard.ts';
import { inboxOf } from '../inbox.ts';
import { feedStairs } from '../people/feed-stairs.ts';
import { digestOfToken, newToken } from '../people/session.ts';
import type { Officer } from '../reach.ts';
import { deadlineEvents } from '../requests/deadline-events.ts';

const HOUR = 3_600_000;
/** Calendars ask every quarter of an hour at the most, some from several devices. */
const READS_PER_HOUR = 60;
const WRONG_PER_HOUR = 30;

const NO_SUCH_FEED = refuse('NO_SUCH_FEED', NO_FEED.basis, NO_FEED.says);
const TOO_MANY = refuse(
  'TOO_MANY_READS',
  NO_FEED.basis,
  '读取太频繁。请把日历的刷新间隔设为半小时以上，一小时后再试。',
);

/** 43 letters of base64url: 256 bits. */
const FileSchema = Type.Object({ file: Type.String({ pattern: '^[A-Za-z0-9_-]{43}\\.ics$', maxLength: 47 }) });

export function feedRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const reads = new RateLimit({ times: READS_PER_HOUR, withinMs: HOUR, now: house.now });
  const wrong = new RateLimit({ times: WRONG_PER_HOUR, withinMs: HOUR, now: house.now });

  desk.get('/api/feed', async (request, reply) => answer(await feedView(officerOf(request), deps), request, reply));

  desk.post('/api/feed', async (request, reply) => {
    const officer = officerOf(request);
    const token = newToken();
    const command = { verb: 'openFeed', tokenDigest: digestOfToken(token) } as const;
    const done = await perform(house, feedStairs(officer), officer, command);
    const made: FeedMadeView | Refusal = isRefusal(done)
      ? done
      : { address: `${originOf(request)}/feeds/${token}.ics`, feed: await feedView(officer, deps) };
    return answer(made, request, reply);
  });

  desk.delete('/api/feed', async (request, reply) => {
    const officer = officerOf(request);
    const done = await perform(house, feedStairs(officer), officer, { verb: 'closeFeed' });
    return answer(isRefusal(done) ? done : await feedView(officer, deps), request, reply);
  });

  typed.get('/feeds/:file', { ...OPEN, schema: { params: FileSchema } }, async (request, reply) => {
    const calendar = await calendarFor(request, request.params.file.slice(0, -'.ics'.length));
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (isRefusal(calendar)) return showAsJson(problemOfRefusal(calendar), request, reply);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="gongkai.ics"')
      .send(calendar);
  });

  async function calendarFor(request: FastifyRequest, token: string): Promise<string | Refusal> {
    const digest = digestOfToken(token);
    if (wrong.isUsedUp(request.ip) || reads.isUsedUp(digest)) return TOO_MANY;
    // Counted before it is looked up, so that many at once are counted as many.
    reads.count(digest);
    wrong.count(request.ip);
    const officer = await actorOfFeed(house.db, digest, house.now());
    if (officer?.kind !== 'officer') return NO_SUCH_FEED;
    wrong.uncount(request.ip);
    const { mine, others } = await inboxOf(officer, deps);
    return dayCalendar('政府信息公开期限', deadlineEvents([...mine, ...others], originOf(request)));
  }
}

function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

async function feedView({ id }: Officer, { house }: DeskDeps): Promise<FeedView> {
  const feed = await feedOf(house.db, id);
  return { madeAt: feed?.madeAt.toISOString() ?? null, readAt: feed?.readAt?.toISOString() ?? null };
}
