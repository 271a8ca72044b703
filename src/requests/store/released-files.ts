/** 提供的信息 of a file as it lies in it now: what a draft takes with it when it is written. */
import type { Db } from '../../platform/database.ts';
import type { ReleasedFile } from '../file-findings.ts';
import type { RequestId } from '../info-request.ts';

export async function releasedFiles(db: Db, id: RequestId): Promise<ReleasedFile[]> {
  return db
    .selectFrom('request_files')
    .select(['id', 'sha256', 'findings', 'added_by as addedBy'])
    .where('request_id', '=', id)
    .where('purpose', '=', 'released')
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}
