/**
 * 浏览器标记 [INT-19]: a random token for one survey, put into the browser when the form is opened and sent back with the answer. It says nothing of who or
 * what the browser is, goes nowhere but to this survey, and whoever removes it is somebody new: that much it can do, and no more.
 */
import { randomBytes } from 'node:crypto';

const COOKIE = 'survey';
const KEPT_DAYS = 400;

export interface VisitorToken {
  readonly token: string;
  /** Set-Cookie where the browser has none yet. */
  readonly cookie: string | undefined;
}

/** @param path of the form: the cookie is sent to nothing else */
export function visitorToken(cookies: string | undefined, path: string): VisitorToken {
  const held = /(?:^|;\s*)survey=([\w-]{22})(?:;|$)/.exec(cookies ?? '')?.[1];
  if (held) return { token: held, cookie: undefined };
  const token = randomBytes(16).toString('base64url');
  const cookie = `${COOKIE}=${token}; Path=${path}; Max-Age=${KEPT_DAYS * 86_400}; SameSite=Lax; HttpOnly`;
  return { token, cookie };
}
