/** 收下附件: a file for an application, named by a row in the transaction that says who put it there; what is to be provided is looked into first. */
import type { FastifyRequest } from 'fastify';
import { perform } from '../../perform.ts';
import type { FileStore, KeptFile } from '../../platform/files/file-store.ts';
import { findingsInReleased } from '../../requests/file-findings.ts';
import { type AddFile, attachmentStairs } from '../../requests/store/request-files.ts';
import type { Finding } from '../../review/finding.ts';
import { TOO_MUCH_TO_LOOK_INTO } from '../../review/hidden-content.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import { takeOneFile } from '../one-file.ts';
import { type LookInto, lookIntoKept } from '../publications/look-into.ts';
import type { Officer } from '../reach.ts';

/** @returns undefined once it is kept */
export async function keepAttachment(
  request: FastifyRequest,
  officer: Officer,
  where: Pick<AddFile, 'requestId' | 'purpose' | 'taskId' | 'taskIds'>,
  { house, keys, files, lookInto }: DeskDeps,
): Promise<Refusal | undefined> {
  const done = await takeOneFile(request, files, async (file) => {
    // [FIL-14] What is found is told with the file, and holds it back until a person has decided [FIL-16].
    const findings = where.purpose === 'released' ? await found(file, files, lookInto) : [];
    return perform(house, attachmentStairs(keys), officer, { verb: 'addFile', ...where, file, findings });
  });
  return isRefusal(done) ? done : undefined;
}

async function found(file: KeptFile, files: FileStore, look: LookInto): Promise<Finding[]> {
  const looked = await lookIntoKept(file, files, look);
  const { behind, ...seen } =
    looked === 'tooMuch' ? { words: '', hidden: [TOO_MUCH_TO_LOOK_INTO], behind: [] } : looked;
  // [FIL-27] Its name goes out with it.
  return findingsInReleased(file.sha256, { ...seen, behind: [...behind, { place: '文件名', words: file.name }] });
}
