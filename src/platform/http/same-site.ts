/**
 * Whether a request that changes something was made by a page of this site. Browsers say so (`Sec-Fetch-Site`); older
 * ones name the page's origin. Programs that are no browser send neither and carry no cookie of a visitor.
 */
export interface AskedBy {
  readonly method: string;
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string;
  readonly publicUrl: string | undefined;
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

export function isFromThisSite({ method, fetchSite, origin, host, publicUrl }: AskedBy): boolean {
  if (READS.includes(method)) return true;
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  if (origin === undefined) return true;
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
}
