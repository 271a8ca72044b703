/** The tables of 共享: connections and what each holds, sources and what each delivered. */

import type { DifferenceKind } from '../../sharing/compare-holdings.ts';
import type { Connection, Way } from '../../sharing/connection.ts';
import type { SharedCopy } from '../../sharing/shared-copy.ts';

/** A difference as it is kept: with the title at that time. */
export interface KeptDifference {
  readonly kind: DifferenceKind;
  readonly id: string;
  readonly title: string;
}

/** What a source offers and is not accepted here, with the reason. */
export interface KeptRefusal {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

declare module '../../../platform/database.ts' {
  interface Database {
    connections: {
      id: string;
      agency_id: string;
      name: string;
      way: Way;
      address: string;
      key_id: string;
      secret_file: string;
      mapping: Connection['mapping'];
      open: boolean;
      opened_at: Date;
    };
    shared_copies: {
      connection_id: string;
      item_id: string;
      agency_id: string;
      revision: number;
      confirmed: number | null;
      digest: string | null;
      receipt: string | null;
      confirmed_at: Date | null;
    };
    comparisons: {
      connection_id: string;
      at: Date;
      told: boolean;
      ours: number;
      theirs: number;
      under_way: number;
      found: number;
      /** The first of them. */
      differences: readonly KeptDifference[];
    };
    sources: {
      id: string;
      agency_id: string;
      name: string;
      site_url: string;
      key_id: string;
      secret_file: string;
      open: boolean;
      opened_at: Date;
      take_from: string;
      take_every: number;
    };
    takings: {
      source_id: string;
      next_at: Date;
      lease_until: Date | null;
      /** Counts the runs: whoever has lost the lease writes nothing. */
      run: number;
      tried_at: Date | null;
      complete_at: Date | null;
      failing_since: Date | null;
      /** One after the other. */
      failures: number;
      said: string;
      theirs: number;
      left_over: number;
      /** What was not accepted in the last run that got so far. */
      refused: readonly KeptRefusal[];
    };
    received_items: {
      source_id: string;
      item_id: string;
      agency_id: string;
      what: SharedCopy['what'];
      revision: number;
      digest: string;
      item: SharedCopy | null;
      title: string;
      published_at: Date | null;
      received_at: Date;
    };
    received_files: {
      source_id: string;
      sha256: string;
      file_id: string;
      kind: string;
      bytes: number;
      received_at: Date;
    };
  }
}
