import type { Command } from './command.ts';

export const clock: Command = { usage: '', run: async () => 2 };
