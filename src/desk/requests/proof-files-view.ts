/** 证据文件 on screen: to whoever may see them by name, to the others only how many there are. */
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import { quarantinedAmong } from '../../platform/files/quarantine.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { CORRECTION_FACT_TERMS } from '../../requests/personal-corrections/facts.ts';
import type { PersonalCorrectionFile } from '../../requests/personal-corrections/personal-correction.ts';
import { permitAddProof, permitReadProof, permitRemoveProof } from '../../requests/personal-corrections/proof-files.ts';
import { listProofs } from '../../requests/store/personal-corrections/proof-files.ts';
import type { ProofFilesView } from '../contract/personal-corrections.ts';
import { handOf } from '../people/hand-of.ts';
import type { Officer } from '../reach.ts';

export async function proofFilesView(
  officer: Officer,
  { correction, facts }: PersonalCorrectionFile,
  { house, keys }: { readonly house: Pick<House, 'db'>; readonly keys: Pick<KeyRing, 'open'> },
): Promise<ProofFilesView> {
  const proofs = await listProofs(house.db, correction.id, keys);
  const [read, add] = [permitReadProof(officer, correction), permitAddProof(officer, correction)];
  const shown = read.allowed ? proofs : [];
  const quarantined = await quarantinedAmong(
    house.db,
    shown.map(({ id }) => id),
  );
  const names = await namesOfOfficers(house.db, [...new Set(shown.map(({ addedBy }) => addedBy))]);
  return {
    count: proofs.length,
    files: shown.map((proof) => ({
      id: proof.id,
      name: proof.name,
      kind: FILE_KINDS[proof.kind as FileKindName].term,
      bytes: proof.bytes,
      sha256: proof.sha256,
      addedAt: proof.addedAt.toISOString(),
      by: handOf({ by: proof.addedBy }, names),
      cameWith: CORRECTION_FACT_TERMS[facts.find(({ n }) => n === proof.factN)!.type],
      removable: permitRemoveProof(officer, correction, proof).allowed,
      quarantined: quarantined.get(proof.id) ?? null,
    })),
    whyHidden: read.allowed ? null : read.refusal.says,
    whyNotAdd: add.allowed ? null : add.refusal.says,
  };
}
