/**
 * dist/types: the declarations of what `import … from 'gongkai'` gives, and of every file they name. Made when the package is packed;
 * nobody needs them to run it.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const types = join(root, 'dist', 'types');
const emitted = mkdtempSync(join(tmpdir(), 'gongkai-types-'));
try {
  const project = join(emitted, 'tsconfig.json');
  const compilerOptions = {
    ...{ noEmit: false, emitDeclarationOnly: true, declaration: true, noCheck: true, outDir: emitted, rootDir: root },
    ...{ typeRoots: [join(root, 'node_modules', '@types')], plugins: [] },
  };
  const files = [join(root, 'src', 'main', 'library.ts')];
  writeFileSync(project, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }));
  // Elsewhere in the program stand types that cannot be named from outside; what is wanted is read back under strict by `npm run package`.
  spawnSync('node', [join(root, 'node_modules', 'typescript-native', 'bin', 'tsc'), '-p', project]);
  rmSync(types, { recursive: true, force: true });
  const wanted = ['main/library.d.ts'];
  for (const file of wanted) {
    const text = readFileSync(join(emitted, 'src', file), 'utf8');
    mkdirSync(dirname(join(types, file)), { recursive: true });
    copyFileSync(join(emitted, 'src', file), join(types, file));
    for (const [, named] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)) {
      const next = normalize(join(dirname(file), named)).replace(/\.tsx?$/, '.d.ts');
      if (!wanted.includes(next) && existsSync(join(emitted, 'src', next))) wanted.push(next);
    }
  }
  console.log(`dist/types: ${wanted.length} files`);
} finally {
  rmSync(emitted, { recursive: true, force: true });
}
