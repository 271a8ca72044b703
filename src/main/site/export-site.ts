/**
 * 整站导出 [PRT-81]: walks the portal from its home page, as a reader would, and writes what it sees. Pages are asked of the program itself and not over a
 * network; a new kind of page is exported because something leads to it.
 */
import type { FastifyInstance } from 'fastify';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { ExportFolder } from './export-folder.ts';
import { type FormerPage, formerFile, leadsOn } from './former-pages.ts';
import { openScratch } from './scratch.ts';
import { linksIn, placesIn, withLinks } from './static-links.ts';
import { relativeLink, staticAddress, staticFile } from './static-path.ts';

export interface ExportedSite {
  readonly pages: number;
  readonly files: number;
  readonly written: number;
  readonly removed: number;
  /** 旧网址: how many have a page that leads on, and how many cannot have one. */
  readonly former: { readonly led: number; readonly without: number };
  /** Addresses that something leads to and that do not answer, or whose name no file can have. */
  readonly left: readonly string[];
}

export interface ExportWish {
  readonly folder: ExportFolder;
  /** Where forms are answered: the server, by its public address without a slash at the end. */
  readonly server: string;
  readonly former?: readonly FormerPage[];
  readonly onProgress: (done: number, known: number) => void;
}

const STARTS = ['/', '/sitemap', '/sitemap.xml', '/robots.txt'];
const AT_ONCE = 4;
const TOLD_EVERY = 500;

interface Fetched {
  readonly file: string;
  readonly content: Buffer;
  readonly isPage: boolean;
}

export async function exportSite(
  app: Pick<FastifyInstance, 'inject'>,
  { folder, server, former: formerPages = [], onProgress }: ExportWish,
): Promise<ExportedSite | Refusal> {
  const files = new Map<string, string>();
  const moved = new Map<string, string>();
  const left: string[] = [];
  const seen = new Set(STARTS);
  const waiting = [...STARTS];
  // Links are turned once all addresses are known; until then pages wait outside the memory.
  const pages: { readonly file: string; readonly at: number }[] = [];
  const scratch = openScratch();
  const taken = takenNames();
  let [done, told, written, plain] = [0, 0, 0, 0];
  const take = (address: string) => {
    if (seen.has(address)) return;
    seen.add(address);
    waiting.push(address);
  };
  while (waiting.length > 0) {
    const batch = waiting.splice(0, AT_ONCE);
    const answers = await Promise.all(batch.map((address) => fetched(app, address)));
    const failed = batch[answers.indexOf('failed')];
    if (failed !== undefined) {
      // What cannot be shown now was not taken down: nothing that is there is removed.
      scratch.close();
      return refuse(
        'PRT-81',
        '导出静态文件',
        `“${failed}”显示不出来（系统内部出错），导出停在这里，没有删去任何文件。请查看系统日志，改好后再导出，会接着补齐。`,
      );
    }
    for (const [i, one] of answers.entries()) {
      done += 1;
      const address = batch[i]!;
      if (one && one !== 'failed' && 'movedTo' in one) {
        moved.set(address, one.movedTo);
        take(one.movedTo);
        continue;
      }
      if (!one || one === 'failed' || !taken.add(one.file)) {
        if (!STARTS.includes(address)) left.push(address);
        continue;
      }
      files.set(address, one.file);
      if (!one.isPage) {
        for (const place of one.file.endsWith('.xml') ? placesIn(one.content.toString('utf8')) : []) take(place);
        plain += 1;
        if (folder.write(one.file, one.content)) written += 1;
        continue;
      }
      pages.push({ file: one.file, at: scratch.add(one.content) });
      for (const href of linksIn(one.content.toString('utf8'))) {
        const next = staticAddress(href);
        if (next !== undefined) take(next);
      }
    }
    if (done >= told + TOLD_EVERY) {
      told = done;
      onProgress(done, seen.size);
    }
  }
  for (const [former, now] of moved) if (files.has(now)) files.set(former, files.get(now)!);
  for (const { file, at } of pages) {
    const html = withLinks(scratch.read(at), (href) => turned(href, file, files, server));
    if (folder.write(file, Buffer.from(html))) written += 1;
  }
  scratch.close();
  const former = { led: 0, without: 0 };
  const there = new Set(files.values());
  for (const { path, now } of formerPages) {
    const [file, to] = [formerFile(path), files.get(now)];
    // What was withdrawn has no page of today either.
    if (to === undefined) continue;
    if (file === undefined || there.has(file) || !taken.add(file)) {
      former.without += 1;
      continue;
    }
    former.led += 1;
    if (folder.write(file, Buffer.from(leadsOn(file, to, server + now)))) written += 1;
  }
  return { pages: pages.length, files: plain, written, removed: folder.close(), former, left };
}

/** Undefined for what is not there; a fault of ours is told apart from it. */
async function fetched(
  app: Pick<FastifyInstance, 'inject'>,
  address: string,
): Promise<Fetched | { readonly movedTo: string } | 'failed' | undefined> {
  const { statusCode, headers, rawPayload } = await app.inject({ method: 'GET', url: address });
  if (statusCode >= 500 || statusCode === 429) return 'failed';
  const place = String(headers.location ?? '');
  // [PRT-123] An address of the former site: whatever leads there leads to the page of today.
  if (statusCode === 301 && staticAddress(place) !== undefined) return { movedTo: staticAddress(place)! };
  if (statusCode !== 200) return undefined;
  const isPage = String(headers['content-type']).startsWith('text/html');
  const file = staticFile(address, isPage, isPage ? undefined : nameIn(String(headers['content-disposition'] ?? '')));
  if (file === undefined) return undefined;
  return { file, content: rawPayload, isPage };
}

/** A name cannot be a file and a folder. */
function takenNames() {
  const [files, folders] = [new Set<string>(), new Set<string>()];
  return {
    /** @returns whether the file can be there beside the others */
    add(file: string): boolean {
      const parts = file.split('/');
      const above = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
      if (folders.has(file) || above.some((folder) => files.has(folder))) return false;
      files.add(file);
      for (const folder of above) folders.add(folder);
      return true;
    },
  };
}

/** The name a file is downloaded under. */
function nameIn(disposition: string): string | undefined {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const said = extended ? decodeURIComponent(extended) : /filename="([^"]+)"/i.exec(disposition)?.[1];
  return said?.replace(/[^\p{L}\p{N}._~@+-]+/gu, '-').replace(/^[^\p{L}\p{N}]+/u, '');
}

/** A page of the export by the way from here; what the server has to answer, at the server; another site's as it is. */
function turned(href: string, from: string, files: ReadonlyMap<string, string>, server: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  const address = staticAddress(href);
  const file = address === undefined ? undefined : files.get(address);
  const fragment = href.includes('#') ? href.slice(href.indexOf('#')) : '';
  return file === undefined ? server + href : relativeLink(from, file) + fragment;
}
