/**
 * 病毒检查 [FIL-17…FIL-19] as this installation does it: what is refused at the door, and what turns out infected after it was put aside, stands in
 * the ledger; of the latter those are told who have to ask for it anew.
 */

import { ALLOWED, SYSTEM } from '../../people/actor.ts';
import { headOf } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import { listAgencies } from '../../people/store.ts';
import { type House, perform, type Stairs } from '../../perform.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database.ts';
import { clamd } from '../../platform/files/clamd.ts';
import type { FileStore, UploadGuard } from '../../platform/files/file-store.ts';
import {
  condemnFile,
  lockWaiting,
  noteTry,
  quarantineFile,
  quarantineStateOf,
  releaseFile,
  waitingFiles,
} from '../../platform/files/quarantine.ts';
import { isDatabaseAway } from '../../platform/reading/database-away.ts';
import { findAttachment, loadRequestFile } from '../../requests/store/request-files.ts';
import { refuse } from '../../statute/refusal.ts';

type Found =
  | { readonly verb: 'refuse'; readonly sha256: string; readonly finding: string }
  | { readonly verb: 'condemn'; readonly id: string; readonly sha256: string; readonly finding: string };

interface Where {
  readonly agencyId: string;
  readonly notices: readonly Notice[];
}

const BASIS = '网络安全等级保护的要求（恶意代码防范）';

/** Of a file that was refused nothing is kept but its digest. */
const foundStairs: Stairs<Where, Found, Found> = {
  room: 'files',
  async load(tx, command) {
    const county = headOf(await listAgencies(tx))?.id ?? '';
    if (command.verb === 'refuse') return { agencyId: county, notices: [] };
    if (!(await lockWaiting(tx, command.id))) return refuse('WRONG_STATE', BASIS, '这个文件已经查过。');
    const attachment = await findAttachment(tx, command.id);
    const file = attachment && (await loadRequestFile(tx, attachment.requestId));
    const agencyId = file?.request.agencyId ?? county;
    const notice = { kind: 'fileInfected', subject: file?.request.id ?? '', agencyId } as const;
    const particulars = { number: file?.request.number ?? '' };
    const roles = file ? (['handler', 'systemAdmin'] as const) : (['systemAdmin'] as const);
    return { agencyId, notices: [{ ...notice, particulars, to: { kind: 'roles', roles, agencyId, except: [] } }] };
  },
  permit: () => ALLOWED,
  decide: ({ agencyId, notices }, command) => ({
    next: command,
    entry: {
      verb: command.verb === 'refuse' ? 'infectedFileRefused' : 'infectedFileQuarantined',
      subject: command.verb === 'refuse' ? command.sha256.slice(0, 16) : command.id,
      ...{ agencyId, basis: BASIS, content: { sha256: command.sha256, finding: command.finding } },
    },
    notices,
  }),
  async save(tx, command) {
    if (command.verb === 'condemn') await condemnFile(tx, command.id, command.finding);
  },
};

/** @param reading where it is looked up whether a file may be read while the database is away: published ones stay readable */
export function uploadGuard(
  house: House,
  { clamd: address }: Pick<Config, 'clamd'>,
  reading: Db = house.db,
): UploadGuard {
  return {
    scanner: address ? clamd(address) : null,
    refused: async (sha256, finding) =>
      void (await perform(house, foundStairs, SYSTEM, { verb: 'refuse', sha256, finding })),
    putAside: (id, sha256) => quarantineFile(house.db, id, sha256, house.now()),
    stateOf: (id) =>
      quarantineStateOf(house.db, id).catch((error) => {
        if (reading === house.db || !isDatabaseAway(error)) throw error;
        return quarantineStateOf(reading, id);
      }),
  };
}

const AT_ONCE = 20;

/** 补查 [FIL-18]: what waits in quarantine, a few at a time; a daemon that does not answer is asked again with the next round. */
export async function scanWaiting(house: House, files: Pick<FileStore, 'scanAgain'>): Promise<void> {
  let unanswered = 0;
  for (const { id, sha256 } of await waitingFiles(house.db, AT_ONCE)) {
    const verdict = await files.scanAgain(id);
    if (verdict === undefined || verdict.scan === 'clean') await releaseFile(house.db, id);
    else if (verdict.scan === 'found')
      await perform(house, foundStairs, SYSTEM, { verb: 'condemn', id, sha256, finding: verdict.name });
    else {
      await noteTry(house.db, id, house.now());
      unanswered += 1;
    }
    if (unanswered === 3) return;
  }
}
