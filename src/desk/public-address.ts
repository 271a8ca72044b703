/** 公众看到的网址: of the site; where none is set, as on a machine that tries the product out, of the portal that answers on it. */
import type { Config } from '../platform/config.ts';

const OF_THIS_MACHINE: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

export function publicAddress(
  { publicUrl, portal }: Pick<Config, 'publicUrl'> & Partial<Pick<Config, 'portal'>>,
  path: string,
): string | null {
  if (publicUrl) return new URL(path, publicUrl).href;
  if (!portal || portal.port === 0 || !OF_THIS_MACHINE.includes(portal.host)) return null;
  return new URL(path, `http://${portal.host.includes(':') ? `[${portal.host}]` : portal.host}:${portal.port}`).href;
}
