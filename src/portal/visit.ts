/** 阅读偏好: how this reader wants pages (适老版, 字号), kept in one cookie that says nothing about the person. */
import type { FastifyRequest } from 'fastify';

export const SIZES = { normal: '标准字号', large: '大字号', huge: '特大字号' } as const;
export type SizeName = keyof typeof SIZES;

export interface Visit {
  /** Address of this page with its query, for the way back from the settings. */
  readonly address: string;
  readonly senior: boolean;
  readonly size: SizeName;
}

const COOKIE = 'reading';

/** `senior.large`; empty for the standard page. Part of the address under which a page is cached. */
export type Variant = '' | `${'senior' | 'standard'}.${SizeName}`;

/** Reads the preference from a raw cookie header: short enough to stand before routing. */
export function variantOf(cookies: string | undefined): Variant {
  if (!cookies) return '';
  const match = /(?:^|;\s*)reading=(senior|standard)\.(normal|large|huge)(?:;|$)/.exec(cookies);
  const variant = match ? (`${match[1]}.${match[2]}` as Variant) : '';
  return variant === 'standard.normal' ? '' : variant;
}

export function visitOf(request: FastifyRequest): Visit {
  const [mode, size] = variantOf(request.headers.cookie).split('.');
  return { address: request.url, senior: mode === 'senior', size: (size as SizeName | undefined) ?? 'normal' };
}

/** The Set-Cookie value for a preference. A year: an old person should set it once. */
export function preferenceCookie(senior: boolean, size: SizeName): string {
  return `${COOKIE}=${senior ? 'senior' : 'standard'}.${size}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
