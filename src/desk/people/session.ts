/**
 * 会话 [SEC-2]. The browser holds a random token of 256 bits; we hold only its digest, so that a copy of the database lets
 * nobody in. A session ends half an hour after it was last used, eight hours after it was opened, and on signing out.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionWindow } from '../../people/store/sessions.ts';
import { actorOfSession, touchSession } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { Officer } from '../reach.ts';

export const SESSION_COOKIE = 'gongkai_session';
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 8;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function sessionWindow(now: Date): SessionWindow {
  return {
    seenAfter: new Date(now.getTime() - IDLE_MINUTES * 60_000),
    openedAfter: new Date(now.getTime() - LONGEST_HOURS * 3_600_000),
  };
}

/** The officer whose browser this is; undefined when no session stands behind the cookie. Using a session keeps it open. */
export async function officerBehind(request: FastifyRequest, house: House): Promise<Officer | undefined> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return undefined;
  const [digest, now] = [digestOfToken(token), house.now()];
  const actor = await actorOfSession(house.db, digest, sessionWindow(now), civilDateAt(now));
  if (!actor) return undefined;
  await touchSession(house.db, digest, now);
  return actor;
}

/** Kept from scripts, from other sites and, where the desk is reached by https, from plain lines. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, cookieOptions(request));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
}

export function cookieOptions(request: FastifyRequest): CookieSerializeOptions {
  // Behind a proxy that is not named as trusted only the origin of the page tells that the browser speaks https.
  const secure = request.protocol === 'https' || request.headers.origin?.startsWith('https:') === true;
  return { httpOnly: true, sameSite: 'strict', path: '/', secure };
}
