import type { Command } from './command.ts';

export const ledger: Command = { usage: '', run: async () => 2 };
