/**
 * 静态文件的位置 [PRT-82]: where a page of the portal lies once it is exported. A page is the `index.html` of a folder of its address, page 2 of a list a
 * folder within, and a file keeps its name. Nothing that an address can say leads out of the folder.
 */

/** What the server has to answer itself: it takes in what people write, answers what they ask, or makes a file when it is wanted. */
const LIVE =
  /^\/(?:apply|track|mistakes|letters\/(?:write|track|rate)|search|check-report|settings|fee|deadline|healthz|readyz|metrics|api)(?:\/|$|\?)|^\/documents\/[^/]+\.(?:docx|pdf)$/;

/** The address as it is known here, without what stands behind `#`; undefined for what is not of this portal or stays with the server. */
export function staticAddress(href: string): string | undefined {
  if (!href.startsWith('/') || href.startsWith('//')) return undefined;
  const address = href.split('#', 1)[0]!;
  if (LIVE.test(address)) return undefined;
  const [path = '', query = ''] = address.split('?', 2);
  if (query !== '' && !/^page=[1-9]\d{0,4}$/.test(query)) return undefined;
  return query === 'page=1' ? path : address;
}

const SEGMENT = /^[\p{L}\p{N}][\p{L}\p{N}._~@+-]*$/u;

/** The file of an address, relative to the folder; undefined where a part of it is no name of a file. @param name of what is downloaded */
export function staticFile(address: string, isPage: boolean, name?: string): string | undefined {
  const [path = '', query = ''] = address.split('?', 2);
  const parts: string[] = [];
  for (const part of path.split('/').filter(Boolean)) {
    const plain = decoded(part);
    if (plain === undefined || !SEGMENT.test(plain)) return undefined;
    parts.push(plain);
  }
  if (query !== '') parts.push(`page-${query.slice('page='.length)}`);
  if (isPage) return [...parts, 'index.html'].join('/');
  if (name === undefined || /\.[a-z0-9]{1,8}$/i.test(parts.at(-1) ?? ''))
    return parts.length > 0 ? parts.join('/') : undefined;
  return SEGMENT.test(name) ? [...parts, name].join('/') : undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** How one file speaks of another, so that the whole works under any address: a page by its folder. */
export function relativeLink(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = '../'.repeat(here.length - shared);
  const down = there
    .slice(shared)
    .map(encodeURIComponent)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1');
  return up + down || './';
}
