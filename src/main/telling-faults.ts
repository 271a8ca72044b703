/** 存放处不行的时候, for a command: what is wrong with the shelf and what to do, instead of a stack of calls. */
import { ShelfFault } from '../platform/files/shelf.ts';
import type { Io } from './command.ts';

/** @returns what the work returns; 1 when the shelf kept it from being done */
export async function tellingFaults(io: Pick<Io, 'err'>, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShelfFault)) throw error;
    io.err(`没有做完：${error.says}。\n怎么办：${error.advice}`);
    return 1;
  }
}
