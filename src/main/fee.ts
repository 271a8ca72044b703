import type { Command } from './command.ts';

export const fee: Command = { usage: '', run: async () => 2 };
