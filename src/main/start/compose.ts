/** The composition root of the server: everything that listens or recurs is constructed here, and nowhere else. */
import type { FastifyInstance } from 'fastify';
import { buildFace } from '../../platform/http/face.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { Installation } from './installation.ts';

export interface Composition {
  readonly portal: FastifyInstance;
  readonly desk: FastifyInstance;
  readonly sweeps: readonly Sweep[];
  /**
   * Before anybody is let in: the demo county is loaded, or the one-time setup link is made.
   * @returns sentences shown below the addresses, given the addresses the faces got
   */
  prepare(progress: Progress): Promise<(urls: Urls) => readonly string[]>;
}

export interface Progress {
  /** How far a long piece of work is; shown when the tenth part changes. */
  report(done: number, total: number, what: string): void;
  /** The operator wants to stop: leave off at the next good place. */
  readonly stopped: AbortSignal;
}

export interface Urls {
  readonly portal: string;
  readonly desk: string;
}

export async function compose({ config, log }: Installation): Promise<Composition> {
  return {
    portal: buildFace({ name: 'portal', config, log }),
    desk: buildFace({ name: 'desk', config, log, inlineStyles: true }),
    sweeps: [],
    prepare: async () => () => [],
  };
}
