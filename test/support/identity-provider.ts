/** 统一身份认证 of the tests: a real OpenID Connect provider (`oidc-provider`) on this machine, at which somebody is always signed in at once. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { OidcSettings } from '../../src/platform/oidc-settings.ts';

export const CLIENT_SECRET = 'a secret of the console, long enough';
const CONSOLE = 'https://desk.example.gov.cn';

export interface Person {
  readonly sub: string;
  readonly amr?: string[];
  readonly acr?: string;
}

export interface TestProvider {
  readonly issuer: string;
  readonly settings: OidcSettings;
  /** Who sits before the browser from now on. */
  person: Person;
  /** How far its clock is behind when it signs. */
  behindMs: number;
  /** It publishes other keys than it signs with. */
  strangeKeys: boolean;
  /** Goes where the console sent the browser, as a browser does. @returns the query with which it is sent back */
  walk(url: string): Promise<string>;
  /** The address its sign-out sends the browser to, once somebody has said yes. */
  signOut(url: string): Promise<string>;
  close(): Promise<void>;
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });

/** @param consoleUrl where the console stands in the browser */
export async function testProvider(consoleUrl = CONSOLE): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = newKey();
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...key, kid: 'test', use: 'sig', alg: 'ES256' }] as never },
    cookies: { keys: ['cookies of the test provider'] },
    clients: [
      {
        client_id: 'gongkai',
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${consoleUrl}/sign-in/provider`],
        post_logout_redirect_uris: [`${consoleUrl}/`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    claims: { openid: ['sub', 'acr', 'amr'] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    ttl: { IdToken: 600, AccessToken: 600, Grant: 600, Session: 600, Interaction: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answers = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/jwks' && known.strangeKeys) {
      const strange = { ...newKey(), d: undefined, kid: 'test', use: 'sig', alg: 'ES256' };
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [strange] }));
    }
    if (request.url === '/token' && known.behindMs > 0) {
      const { now } = Date;
      Date.now = () => now() - known.behindMs;
      response.once('close', () => {
        Date.now = now;
      });
    }
    if (!request.url?.startsWith('/interaction/')) return void answers(request, response);
    const { sub: accountId, amr, acr } = known.person;
    const login = { accountId, ...(amr ? { amr } : {}), ...(acr ? { acr } : {}) };
    provider.interactionFinished(request, response, { login }).catch(() => response.writeHead(500).end());
  });

  const browse = async (url: string, cookies: Map<string, string>, form?: URLSearchParams) => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };

  const known: TestProvider = {
    issuer,
    person: { sub: 'nobody' },
    behindMs: 0,
    strangeKeys: false,
    settings: {
      ...{ issuer, clientId: 'gongkai', secretFile: 'oidc', consoleUrl },
      ...{ strong: [], only: false },
    },
    async walk(url) {
      const cookies = new Map<string, string>();
      for (let [at, hops] = [url, 0]; hops < 8; hops += 1) {
        const answer = await browse(at, cookies);
        const next = answer.headers.get('location');
        if (!next) throw new Error(`the provider stopped with ${answer.status}: ${await answer.text()}`);
        at = new URL(next, at).href;
        if (at.startsWith(consoleUrl)) return new URL(at).search;
      }
      throw new Error('the provider sends the browser round and round');
    },
    async signOut(url) {
      const cookies = new Map<string, string>();
      const asked = await (await browse(url, cookies)).text();
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked)?.[1] ?? '';
      const done = await browse(`${issuer}/session/end/confirm`, cookies, new URLSearchParams({ xsrf, logout: 'yes' }));
      return done.headers.get('location') ?? `${done.status} ${asked.slice(0, 500)}`;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
  return known;
}
