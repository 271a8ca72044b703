import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '@kitajs/html' } },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'demo/**/*.test.ts',
      'console/**/*.test.{ts,tsx}',
      'test/**/*.test.ts',
      'test/journeys/*.journey.ts',
    ],
    reporters: ['default', './test/support/count-reporter.ts'],
    globalSetup: ['./test/support/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
