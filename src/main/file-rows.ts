/** 附件由谁记着: every table whose rows name kept files. What stands here the sweep leaves alone and a backup must hold. */
import { namedReceivedFiles, receivedFileIds } from '../exchange/store/sharing/received.ts';
import { namedOpinionFiles, opinionFileIds } from '../interaction/store/opinion-files.ts';
import type { Db } from '../platform/database.ts';
import { attachedFileIds, namedAttachedFiles } from '../publications/store/attached-files.ts';
import { namedPictureFiles, pictureFileIds } from '../publications/store/pictures.ts';
import { namedProofs, proofIds } from '../requests/store/personal-corrections/proof-files.ts';
import { attachmentIds, namedAttachments } from '../requests/store/request-files.ts';
import { namedProofFiles, proofFileIds } from '../supervision/store/work-points.ts';

interface FileRows {
  /** Every kept file the rows name. */
  all(db: Db): Promise<readonly string[]>;
  /** Of these the ones the rows name. */
  named(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

const FILE_ROWS: readonly FileRows[] = [
  { all: attachmentIds, named: namedAttachments },
  { all: proofIds, named: namedProofs },
  { all: attachedFileIds, named: namedAttachedFiles },
  { all: pictureFileIds, named: namedPictureFiles },
  { all: receivedFileIds, named: namedReceivedFiles },
  { all: opinionFileIds, named: namedOpinionFiles },
  { all: proofFileIds, named: namedProofFiles },
];

/** One after the other: the snapshot of a backup is one session. */
export async function idsOfNamedFiles(db: Db): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { all } of FILE_ROWS) for (const id of await all(db)) ids.add(id);
  return ids;
}

export async function namedAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const named = await Promise.all(FILE_ROWS.map((rows) => rows.named(db, ids)));
  return new Set(named.flatMap((each) => [...each]));
}
