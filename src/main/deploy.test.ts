import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../platform/config.ts';
import { LIFE_ROUTES } from '../platform/http/face.ts';
import { packageRoot } from '../platform/package-root.ts';
import { isRefusal } from '../statute/refusal.ts';
import { COMMANDS } from './command.ts';

const folder = join(packageRoot(), 'deploy');
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const manual = readFileSync(join(packageRoot(), 'docs', 'operating.md'), 'utf8');
const everything = [...texts.values(), manual].join('\n');

/** `gongkai backup --to X --keep 14` wherever it stands. */
const calls = [...everything.matchAll(/bin\/gongkai ([a-z]+)((?: [^\n#`|）]*)?)/g)];

describe('the example files and the manual', () => {
  it('OPS-16 name settings the program reads', () => {
    const named = [...everything.matchAll(/\b(GONGKAI_[A-Z_]+|DATABASE_URL)\b/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !(name in SETTINGS))).toEqual([]);
  });

  it('OPS-16 call commands the program has, with options their help explains', async () => {
    expect(calls.length).toBeGreaterThan(10);
    for (const [line, name = '', rest = ''] of calls) {
      const usage = (await COMMANDS[name]?.load())?.usage;
      expect([line, usage === undefined]).toEqual([line, false]);
      const options = rest.match(/--[a-z-]+/g) ?? [];
      expect([line, options.filter((option) => option !== '--help' && !usage!.includes(option))]).toEqual([line, []]);
    }
  });

  it('OPS-16 the settings of the example start the program, and the proxy and the container speak to the same listeners', () => {
    const lines = [...texts.get('gongkai.env')!.matchAll(/^([A-Z_]+)=(.*)$/gm)];
    const env = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
    const config = readConfig({ env, packageRoot: '/opt/gongkai', workingFolder: '/' });
    if (isRefusal(config)) throw new Error(config.says);
    expect(config.demo).toBe(false);
    const proxied = [...texts.get('nginx.conf')!.matchAll(/proxy_pass http:\/\/([\d.]+):(\d+);/g)].map(
      (found) => found[0],
    );
    const listening = [config.portal, config.console].map(({ host, port }) => `proxy_pass http://${host}:${port};`);
    expect(proxied).toEqual(listening);
    const watched = /fetch\('http:\/\/127\.0\.0\.1:8080(\/\w+)'\)/.exec(texts.get('Containerfile')!)?.[1];
    expect(LIFE_ROUTES).toContain(watched);
  });

  it('OPS-27 the proxy hands on where a visitor went with its port, or a desk on another port than 443 lets nobody in', () => {
    const handed = [...texts.get('nginx.conf')!.matchAll(/proxy_set_header Host (\S+);/g)].map(([, what]) => what);
    expect(handed).toEqual(['$http_host', '$http_host']);
  });

  it('OPS-16 name one another and what is in the package', () => {
    const files = [...everything.matchAll(/\bdeploy\/([\w.-]+)/g)].map((found) => found[1]!);
    expect(files.filter((name) => !texts.has(name))).toEqual([]);
    expect(texts.get('gongkai-backup.timer')).toContain('gongkai-backup.timer');
    expect(existsSync(join(packageRoot(), 'bin', 'gongkai'))).toBe(true);
    expect([...texts.keys()].filter((name) => !manual.includes(`deploy/${name}`))).toEqual([]);
  });
});
