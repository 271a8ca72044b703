/** 演示账号, for the sign-in page of a demo. Outside demo mode there is no such route. */
import type { FastifyInstance } from 'fastify';
import type { DeskDeps } from '../desk.ts';
import { OPEN } from '../guard.ts';

export function demoAccountsRoute(desk: FastifyInstance, { demoAccounts }: DeskDeps): void {
  if (demoAccounts.length > 0) desk.get('/api/demo-accounts', OPEN, async () => demoAccounts);
}
