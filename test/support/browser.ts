/**
 * A real browser for journeys and pictures, from npm alone: on Linux x64 the Chromium of `@sparticuz/chromium` with the
 * Noto fonts of the package tree, elsewhere an installed Chrome, or none (journeys are then reported as skipped).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { packageRoot } from '../../src/platform/package-root.ts';
import { lastingFolder } from './run-folder.ts';

/** @returns undefined where no browser can run */
export async function openBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const home = unpackedChromium();
    const env = {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: fontsOfThisCheckout(home),
      HOME: home,
      TMPDIR: tmpdir(),
      TZ: 'Asia/Shanghai',
    };
    // Its own list of arguments would switch off web security and hide faults.
    const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', '--lang=zh-CN'];
    return chromium.launch({ executablePath: join(home, 'chromium'), args, env });
  }
  return chromium.launch({ channel: 'chrome' }).catch(() => undefined);
}

/** What axe finds against WCAG 2.2 A and AA on the page, a line each: `color-contrast: … (.lamp)`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
    );
  });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

/** One copy per user and version, complete or absent: test workers that start at once share it. */
function unpackedChromium(): string {
  const { version } = JSON.parse(
    readFileSync(join(packageRoot(), 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  ) as { version: string };
  const home = join(lastingFolder(), `gongkai-browser-${userInfo().uid}-${version}`);
  if (existsSync(home)) return home;
  const draft = mkdtempSync(`${home}-`);
  unpackInto(draft);
  mkdirSync(join(draft, 'font-cache'));
  try {
    renameSync(draft, home);
  } catch {
    // Another worker was first.
    rmSync(draft, { recursive: true, force: true });
  }
  return home;
}

/** In a process of its own: the package takes its folders from the environment and changes it while it is loaded. */
function unpackInto(folder: string): void {
  const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: packageRoot(),
    // Without the runtime's name the libraries that a bare system lacks (libnspr4.so) stay packed.
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`the browser could not be unpacked: ${run.stderr}`);
}

const FONTS = ['sans', 'serif'].flatMap((style) =>
  ['400Regular', '700Bold'].map(
    (weight) =>
      `@expo-google-fonts/noto-${style}-sc/${weight}/Noto${style === 'sans' ? 'Sans' : 'Serif'}SC_${weight}.ttf`,
  ),
);

/** Without fonts of its own the browser draws text without height. */
function fontsOfThisCheckout(home: string): string {
  const require = createRequire(import.meta.url);
  const file = join(home, `fonts-${createHash('sha256').update(packageRoot()).digest('hex').slice(0, 8)}.conf`);
  const folders = FONTS.map((font) => dirname(require.resolve(font)));
  if (!existsSync(file)) writeFileSync(file, fontsConf(home, folders));
  return file;
}

function fontsConf(home: string, folders: readonly string[]): string {
  const prefer = (generic: string, family: string) =>
    `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${join(home, 'font-cache')}</cachedir>
${prefer('serif', 'Noto Serif SC')}${prefer('sans-serif', 'Noto Sans SC')}${prefer('monospace', 'Noto Sans SC')}
</fontconfig>
`;
}
