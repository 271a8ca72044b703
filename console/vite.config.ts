/** Builds the console into `dist/console`, which the desk serves; the manifest tells what each screen loads. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Whatever NODE_ENV says: a console of React's development build is never served.
  oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    manifest: true,
    // Browsers of 2021 and later: offices renew theirs late.
    target: ['chrome94', 'edge94', 'firefox93', 'safari15'],
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // 'use client' stands on every file of the component library and means nothing here.
      onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
    },
  },
});
