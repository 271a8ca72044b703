/** What every answer tells the browser it may do with it: scripts and forms of this site only, inside no frame. */
export interface HeaderOptions {
  readonly publicUrl: string | undefined;
  /** The console's component library writes style elements; the portal has none. */
  readonly inlineStyles: boolean;
}

export function securityHeaders({ publicUrl, inlineStyles }: HeaderOptions): Readonly<Record<string, string>> {
  const policy = [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self'${inlineStyles ? ` 'unsafe-inline'` : ''}`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    // Only where the site is really reached by https: over plain http browsers ignore it, and a wrong one locks out.
    ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
