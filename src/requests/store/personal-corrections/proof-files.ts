/** 证据文件: the rows that say which kept file proves what. Names are sealed, the ledger holds hashes. */
import type { Selectable } from 'kysely';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db } from '../../../platform/database.ts';
import type { KeptFile } from '../../../platform/files/file-store.ts';
import type { KeyRing } from '../../../platform/key-file.ts';
import type { SealedColumn } from '../../../platform/sealed-column.ts';
import { art } from '../../../statute/articles.ts';
import { refuse } from '../../../statute/refusal.ts';
import type { PersonalCorrectionFile, PersonalCorrectionId } from '../../personal-corrections/personal-correction.ts';
import {
  MOST_PROOF_FILES,
  NO_SUCH_PROOF,
  type ProofFile,
  permitAddProof,
  permitRemoveProof,
  receiptOf,
} from '../../personal-corrections/proof-files.ts';
import { findCorrection, NO_SUCH_CORRECTION } from './stairs.ts';

export interface NamedProof extends ProofFile {
  readonly name: string;
}

export type ProofFileCommand =
  | { readonly verb: 'addProofFile'; readonly correctionId: PersonalCorrectionId; readonly file: KeptFile }
  | { readonly verb: 'removeProofFile'; readonly correctionId: PersonalCorrectionId; readonly fileId: string };

interface Found {
  readonly file: PersonalCorrectionFile;
  readonly proofs: readonly ProofFile[];
}

type Shelved =
  | { readonly did: 'added'; readonly proof: NamedProof }
  | { readonly did: 'removed'; readonly proof: ProofFile };

export function proofFileStairs(keys: Pick<KeyRing, 'seal'>): Stairs<Found, Shelved, ProofFileCommand> {
  return {
    room: 'personalCorrections',
    async load(tx, command) {
      const file = await findCorrection(tx, command.correctionId, 'lock');
      if (!file) return NO_SUCH_CORRECTION;
      const proofs = (await rowsOf(tx, command.correctionId)).map(toProof);
      if (command.verb === 'removeProofFile' && !proofs.some(({ id }) => id === command.fileId)) return NO_SUCH_PROOF;
      return { file, proofs };
    },
    permit: (actor, command, { file: { correction }, proofs }) =>
      command.verb === 'addProofFile'
        ? permitAddProof(actor, correction)
        : permitRemoveProof(actor, correction, proofs.find(({ id }) => id === command.fileId)!),
    decide({ file, proofs }, command, { actor, at }) {
      if (command.verb === 'addProofFile' && proofs.length >= MOST_PROOF_FILES)
        return refuse(
          'REQ-131',
          art(41),
          `一件更正申请最多放 ${MOST_PROOF_FILES} 个证据文件。请把零散的合成一个再上传。`,
        );
      const { id: correctionId, agencyId } = file.correction;
      const shelved: Shelved =
        command.verb === 'addProofFile'
          ? {
              did: 'added',
              proof: {
                ...command.file,
                ...{ correctionId, factN: receiptOf(file).n, addedBy: actor.id, addedAt: at },
              },
            }
          : { did: 'removed', proof: proofs.find(({ id }) => id === command.fileId)! };
      const { id, factN, kind, bytes, sha256 } = shelved.proof;
      return {
        next: shelved,
        entry: {
          verb: `${shelved.did}ProofFile`,
          subject: correctionId,
          agencyId,
          basis: art(41),
          content: { id, factN, kind, bytes, sha256 },
        },
      };
    },
    async save(tx, shelved, { file }) {
      const { id } = shelved.proof;
      if (shelved.did === 'removed') {
        await tx.deleteFrom('personal_correction_files').where('id', '=', id).execute();
        return;
      }
      const { correctionId, factN, name, kind, bytes, sha256, addedBy, addedAt } = shelved.proof;
      const row = {
        ...{ id, correction_id: correctionId, agency_id: file.correction.agencyId, fact_n: factN },
        ...{ name_sealed: keys.seal(name, contextOf(id)), kind, bytes, sha256, added_by: addedBy, added_at: addedAt },
      };
      await tx.insertInto('personal_correction_files').values(row).execute();
    },
  };
}

const rowsOf = (db: Db, id: PersonalCorrectionId) =>
  db
    .selectFrom('personal_correction_files')
    .selectAll()
    .where('correction_id', '=', id)
    .orderBy('fact_n')
    .orderBy('added_at')
    .orderBy('id')
    .execute();

/** In the order they came. */
export async function listProofs(db: Db, id: PersonalCorrectionId, keys: Pick<KeyRing, 'open'>): Promise<NamedProof[]> {
  const rows = await rowsOf(db, id);
  return rows.map((row) => ({ ...toProof(row), name: keys.open(row.name_sealed, contextOf(row.id)) }));
}

/** Which of these kept files a row names: the sweep leaves them. */
export async function namedProofs(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('personal_correction_files').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every kept file that a row names: a backup must hold them. */
export async function proofIds(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom('personal_correction_files').select('id').execute()).map(({ id }) => id);
}

function toProof(row: Selectable<Database['personal_correction_files']>): ProofFile {
  return {
    id: row.id,
    correctionId: row.correction_id,
    factN: row.fact_n,
    kind: row.kind,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    addedBy: row.added_by,
    addedAt: row.added_at,
  };
}

const contextOf = (id: string): string => `personal_correction_files/${id}`;

export const SEALED_PROOF_NAMES: SealedColumn = {
  table: 'personal_correction_files',
  row: 'id',
  column: 'name_sealed',
  contextOf,
};
