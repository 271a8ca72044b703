/** 同样的站点，别的程序怎样查: linkinator and linkchecker where they are installed, each told to check as much as it can. */
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Planted } from '../../test/support/watch-site/plan.ts';

export interface Rival {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Addresses it calls broken, with their fragments. */
  read(output: string): string[];
}

/** Where a scratch install may lie: `npm install --prefix 文件夹 linkinator`. */
const SCRATCH = join(process.env.GONGKAI_RIVALS ?? join(tmpdir(), 'gongkai-rivals'), 'node_modules', '.bin');

export function rivals(folder: string, home: string, certificateFile: string, timeoutMs: number): Rival[] {
  const linkinator = find('linkinator');
  const linkchecker = find('linkchecker');
  const settings = join(folder, 'linkchecker.ini');
  writeFileSync(
    settings,
    `[checking]\ntimeout=${Math.ceil(timeoutMs / 1_000)}\nsslverify=${certificateFile}\nthreads=16\nmaxrequestspersecond=100000\n[filtering]\ncheckextern=1\n[AnchorCheck]\n[PdfParser]\n`,
  );
  return [
    ...(linkinator
      ? [
          {
            name: 'linkinator',
            program: linkinator,
            args: [
              home,
              '--recurse',
              '--check-fragments',
              '--concurrency',
              '16',
              '--timeout',
              String(timeoutMs),
              '--format',
              'json',
            ],
            env: { NODE_EXTRA_CA_CERTS: certificateFile },
            read: (output: string) =>
              (JSON.parse(output.slice(output.indexOf('{'))) as { links: { url: string; state: string }[] }).links
                .filter(({ state }) => state === 'BROKEN')
                .map(({ url }) => url),
          },
        ]
      : []),
    ...(linkchecker
      ? [
          {
            name: 'linkchecker',
            program: linkchecker,
            args: ['-f', settings, '--no-status', '-o', 'csv', home],
            env: {},
            // urlname;parentname;base;result;warningstring;infostring;valid;url;…
            read: (output: string) =>
              output
                .split('\n')
                .filter((line) => /;(?:False|True);/.test(line) && (/;False;/.test(line) || /Anchor/.test(line)))
                .map((line) => /;(?:False|True);([^;]*);/.exec(line)?.[1] ?? ''),
          },
        ]
      : []),
  ];
}

function find(name: string): string | undefined {
  return [SCRATCH, ...(process.env.PATH ?? '').split(delimiter)].map((folder) => join(folder, name)).find(existsSync);
}

/** What a rival found of the plan: an address it names counts, whatever it says of it. A fault it has no notion of is missed. */
export function judgeRival(planted: readonly Planted[], broken: readonly string[]): { found: number; false: number } {
  const named = new Set(broken.map(plain));
  const wanted = new Set(planted.flatMap(({ url, detail }) => [plain(url), plain(`${url}#${detail}`)]));
  const found = planted.filter(({ finding, url, detail }) =>
    finding === 'brokenAnchor' ? named.has(plain(`${url}#${detail}`)) : named.has(plain(url)),
  );
  return { found: found.length, false: [...named].filter((url) => url !== '' && !wanted.has(url)).length };
}

function plain(url: string): string {
  try {
    return decodeURIComponent(url).replace(/#$/, '');
  } catch {
    return url;
  }
}
