/** 登录方式 [SEC-46, SEC-47]: by which road an officer came in, and who keeps the password where the county closes it to the others. */
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { RoleName } from './role.ts';
import { THREE_OFFICERS } from './three-officers.ts';

export const SIGN_IN_WAYS = { password: '密码', provider: '统一身份认证' } as const;
export type SignInWay = keyof typeof SIGN_IN_WAYS;

/** 三员 come in by password when the provider is down or has gone wrong. Asked once the password is right, so that it tells nobody whose account it is. */
export function refusePassword(only: boolean, roles: readonly RoleName[]): Refusal | undefined {
  if (!only || roles.some((role) => THREE_OFFICERS.includes(role))) return undefined;
  return refuse(
    'SEC-46',
    '网络安全等级保护的要求（身份鉴别）',
    '密码正确。本单位规定用统一身份认证登录，密码只留给系统管理员、安全管理员和审计员。请点“用统一身份认证登录”；登录不了的，请找安全管理员。',
  );
}
