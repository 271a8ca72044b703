/** 附件由谁记着: every table whose rows name kept files. */
import type { Db } from '../../platform/database.ts';
import { attachedFileIds } from '../../publications/store/attached-files.ts';
import { attachmentIds } from '../../requests/store/request-files.ts';

export async function idsOfNamedFiles(db: Db): Promise<ReadonlySet<string>> {
  return new Set([...(await attachmentIds(db)), ...(await attachedFileIds(db))]);
}
