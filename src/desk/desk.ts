/**
 * 工作台 The officer's face: the JSON API of the console, and the console's own files. Whoever is not signed in gets nothing
 * but the doors that are marked open; everything an officer does climbs the same stairs as everywhere.
 */
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { House } from '../perform.ts';
import type { Config } from '../platform/config.ts';
import { buildFace } from '../platform/http/face.ts';
import type { KeyRing } from '../platform/key-file.ts';
import type { Logger } from '../platform/log.ts';
import type { ChangedPage } from '../publications/changed-pages.ts';
import type { DemoAccount } from './contract.ts';
import { guardRoutes } from './guard.ts';
import { demoAccountsRoute } from './routes/demo-accounts.ts';
import { setupRoute } from './routes/setup.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { acceptStrictly } from './strict-input.ts';

export interface DeskDeps {
  readonly house: House;
  readonly keys: KeyRing;
  readonly config: Pick<Config, 'publicUrl' | 'trustedProxy'>;
  readonly log: Logger;
  /** The built console (`dist/console`). */
  readonly consoleFolder: string;
  /** What the sign-in page lists; empty outside demo mode, and then the list does not exist. */
  readonly demoAccounts: readonly DemoAccount[];
  /** A code for an applicant and the digest kept of it; the portal reads them, so the portal makes them. */
  readonly newQueryCode: () => { readonly code: string; readonly digest: string };
  /** Called once an act is committed that changed what the public sees: the portal forgets these pages. */
  readonly pagesChanged: (pages: readonly ChangedPage[]) => void;
}

const ROUTES = [signInRoutes, setupRoute, demoAccountsRoute];

export function buildDesk(deps: DeskDeps): FastifyInstance {
  const desk = buildFace({ name: 'desk', config: deps.config, log: deps.log });
  desk.register(cookie);
  guardRoutes(desk, deps.house);
  desk.register(async (scope) => {
    acceptStrictly(scope);
    for (const route of ROUTES) route(scope, deps);
  });
  return desk;
}
