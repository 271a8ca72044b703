/** 统一身份认证 as the operator has set it up. It stands in the inner network as a rule: then it is listed in GONGKAI_INTERNAL_SITES. */
import { type IdentityProvider, identityProvider } from '../../platform/identity-provider.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import type { Installation } from './installation.ts';

const TIMEOUT_MS = 10_000;

export function providerOf({
  config: { oidc, internalSites },
  oidcSecret: secret,
  house,
  log,
}: Pick<Installation, 'config' | 'oidcSecret' | 'house' | 'log'>): IdentityProvider | null {
  if (!oidc || secret === null) return null;
  const agent = guardedAgent({ timeoutMs: TIMEOUT_MS, listed: new Set(internalSites) });
  return identityProvider({ settings: oidc, secret, agent, now: house.now, log });
}
