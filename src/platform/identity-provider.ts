/**
 * 统一身份认证 [SEC-42, SEC-48, SEC-49]: an OpenID Connect provider asked by the authorization code with PKCE, through `openid-client`, which checks
 * state, nonce, issuer, audience and times; the signature is checked besides. Every call goes through the guarded agent. State, nonce and
 * verifier are made from the one token the browser holds, so nothing has to be kept while somebody is on his way.
 */
import { createHash } from 'node:crypto';
import type { Configuration, CustomFetch } from 'openid-client';
import { type Dispatcher, request } from 'undici';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { Logger } from './log.ts';
import { OIDC_RETURN, type OidcSettings } from './oidc-settings.ts';
import { forbiddenIn } from './outgoing/guarded-agent.ts';
import { readBody } from './outgoing/read-body.ts';

/** 认证处证明了什么: who he is there, and whether it asked for a second factor. */
export interface Proof {
  /** Issuer, written as a URL is, and `sub`: the same person for ever. */
  readonly issuer: string;
  readonly subject: string;
  readonly strong: boolean;
  /** For signing out there; never shown, never logged. */
  readonly idToken: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly only: boolean;
  /** Where the browser goes to be recognised. @param token held by this browser alone */
  begin(token: string): Promise<string | Refusal>;
  /** @param answer the query with which the provider sent the browser back */
  prove(token: string, answer: string): Promise<Proof | Refusal>;
  /** Where the browser goes to be signed out there as well; null where the provider offers none or is not to be reached. */
  farewell(idToken: string): Promise<string | null>;
}

const BASIS = '网络安全等级保护的要求（身份鉴别）';
const UNREACHABLE = refuse(
  'PROVIDER_UNREACHABLE',
  BASIS,
  '现在连不上统一身份认证，没有登录。请过几分钟再试；可以用密码的，先用密码登录；一直连不上的，请找系统管理员。',
);
const NOT_PROVEN = refuse(
  'SEC-42',
  BASIS,
  '统一身份认证的答复对不上这次登录：可能隔得太久、用过一次，或者不是从这个浏览器开始的。没有登录，请重新点“用统一身份认证登录”。',
);
const DECLINED = refuse(
  'SEC-42',
  BASIS,
  '统一身份认证没有准许这次登录，没有登录。请重新点“用统一身份认证登录”；仍然不准的，请问统一身份认证的管理单位。',
);

const TIMEOUT_S = 10;
const MOST_BYTES = 1024 * 1024;
/** Its keys and addresses are asked anew after so long; keys that changed before are asked at once by the library. */
const REFRESH_MS = 3_600_000;

class Unreachable extends Error {}

export interface ProviderGround {
  readonly settings: OidcSettings;
  readonly secret: string;
  readonly agent: Dispatcher;
  readonly now: () => Date;
  readonly log: Logger;
}

export function identityProvider({ settings, secret, agent, now, log }: ProviderGround): IdentityProvider {
  const { issuer, clientId, consoleUrl, strong, only } = settings;
  let known: { readonly at: number; readonly config: Promise<Configuration> } | undefined;
  // Loaded when it is asked for the first time: most installations never do.
  const library = () => import('openid-client');

  const discovered = async (): Promise<Configuration> => {
    if (known && now().getTime() - known.at < REFRESH_MS) return known.config;
    const config = discover();
    known = { at: now().getTime(), config };
    config.catch(() => {
      known = undefined;
    });
    return config;
  };
  const discover = async () => {
    const oidc = await library();
    const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
    const plain = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(
      new URL(issuer),
      clientId,
      {},
      (server, ...rest) =>
        (server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false ? post : basic)(
          server,
          ...rest,
        ),
      {
        [oidc.customFetch]: guardedFetch(agent),
        timeout: TIMEOUT_S,
        execute: [oidc.enableNonRepudiationChecks, ...plain],
      },
    );
  };
  /** The log tells what failed, never what was sent. */
  const refused = (error: unknown, otherwise: Refusal): Refusal => {
    const { code, error: said } = error as { code?: unknown; error?: unknown };
    const why = forbiddenIn(error)?.message ?? said ?? code ?? (error as Error).name;
    log.warn({ issuer, why: String(why).slice(0, 200) }, 'sign-in by the identity provider failed');
    return isUnreachable(error) ? UNREACHABLE : otherwise;
  };

  return {
    issuer: new URL(issuer).href,
    only,
    async begin(token) {
      try {
        const [oidc, config] = await Promise.all([library(), discovered()]);
        const challenge = await oidc.calculatePKCECodeChallenge(partOf(token, 'verifier'));
        return oidc.buildAuthorizationUrl(config, {
          redirect_uri: consoleUrl + OIDC_RETURN,
          scope: 'openid',
          state: partOf(token, 'state'),
          nonce: partOf(token, 'nonce'),
          code_challenge: challenge,
          code_challenge_method: 'S256',
        }).href;
      } catch (error) {
        return refused(error, UNREACHABLE);
      }
    },
    async prove(token, answer) {
      try {
        const [oidc, config] = await Promise.all([library(), discovered()]);
        const came = new URL(consoleUrl + OIDC_RETURN);
        came.search = answer;
        const tokens = await oidc.authorizationCodeGrant(config, came, {
          pkceCodeVerifier: partOf(token, 'verifier'),
          expectedState: partOf(token, 'state'),
          expectedNonce: partOf(token, 'nonce'),
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        const factors = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
        return {
          issuer: new URL(claims.iss).href,
          subject: claims.sub,
          strong: strong.some((value) => factors.includes(value)),
          idToken: tokens.id_token!,
        };
      } catch (error) {
        const declined = (error as Error).name === 'AuthorizationResponseError';
        return refused(error, declined ? DECLINED : NOT_PROVEN);
      }
    },
    async farewell(idToken) {
      try {
        // Whoever leaves is not kept waiting for what may have changed there.
        const [oidc, config] = await Promise.all([library(), known?.config ?? discovered()]);
        if (!config.serverMetadata().end_session_endpoint) return null;
        return oidc.buildEndSessionUrl(config, {
          id_token_hint: idToken,
          post_logout_redirect_uri: `${consoleUrl}/`,
        }).href;
      } catch (error) {
        refused(error, UNREACHABLE);
        return null;
      }
    },
  };
}

/** 256 bits each, of which none tells another or the token. */
function partOf(token: string, part: 'state' | 'nonce' | 'verifier'): string {
  return createHash('sha256').update(`${part} ${token}`).digest('base64url');
}

/** As the library asks: no redirect is followed, an answer is read up to a bound. */
function guardedFetch(agent: Dispatcher): CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    try {
      const answer = await request(url, {
        dispatcher: agent,
        method: method as Dispatcher.HttpMethod,
        headers,
        body: body instanceof URLSearchParams ? body.toString() : ((body as string | undefined) ?? null),
        ...(signal ? { signal } : {}),
      });
      const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const read = await readBody(answer.body, String(answer.headers['content-encoding'] ?? ''), MOST_BYTES);
      if (read.cut || answer.statusCode >= 500) throw new Error(`HTTP ${answer.statusCode}`);
      const kept = told.filter(([name]) => !['content-encoding', 'content-length'].includes(name));
      return new Response(answer.statusCode === 204 ? null : new Uint8Array(read.body), {
        status: answer.statusCode,
        headers: kept,
      });
    } catch (error) {
      throw new Unreachable('the identity provider does not answer', { cause: error });
    }
  };
}

function isUnreachable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Unreachable) return true;
  return false;
}
