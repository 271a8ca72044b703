import type { Command } from './command.ts';

export const start: Command = { usage: '', run: async () => 2 };
