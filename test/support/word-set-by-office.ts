/** `npm run word-set`: the set as LibreOffice shows it, and every letter of it that our reading lacks. Needs soffice; no part of `npm test`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordBody } from '../../src/platform/papers/word/word-body.ts';
import { cleanBody, plainText } from '../../src/publications/body.ts';
import { WORD_SET } from './word-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-word-set-'));
const lettersOf = (text: string) => [...text.replace(/[\s\u00ad\u200b\ufeff•●○■·◦▪\uf000-\uf0ff]/g, '')];
let lacking = 0;
try {
  for (const [name, file] of Object.entries(WORD_SET)) {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, await file());
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, path],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    );
    const seen = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const word = wordBody(await file());
    const ours = typeof word === 'string' ? [] : lettersOf(plainText(cleanBody(word.html)));
    const left = new Map<string, number>();
    for (const letter of ours) left.set(letter, (left.get(letter) ?? 0) + 1);
    const missing = lettersOf(seen).filter((letter) => {
      const count = left.get(letter) ?? 0;
      left.set(letter, count - 1);
      return count <= 0;
    });
    lacking += missing.length;
    console.log(`${name}: ${lettersOf(seen).length} letters, ${missing.length} missing ${missing.join('')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${Object.keys(WORD_SET).length} files, ${lacking} letters missing`);
