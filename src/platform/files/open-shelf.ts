/** 附件放在哪里, by the settings: the bucket they name, else the folder beside the database. */
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Config } from '../config.ts';
import { secretIn } from '../secret-file.ts';
import type { BucketSettings } from './bucket/bucket-settings.ts';
import { bucketShelf } from './bucket/bucket-shelf.ts';
import { folderShelf } from './folder-shelf.ts';
import type { Shelf } from './shelf.ts';

/** Beside the kept files of this machine; with a bucket only what is just coming in lies there. */
export const filesFolderIn = (dataFolder: string): string => join(dataFolder, 'files');

export function openShelf({ bucket }: Pick<Config, 'bucket'>, dataFolder: string): Shelf | Refusal {
  return bucket ? openBucket(bucket) : folderShelf(filesFolderIn(dataFolder));
}

export function openBucket(settings: BucketSettings): Shelf | Refusal {
  const secret = secretIn('GONGKAI_BUCKET_SECRET_FILE', settings.secretFile);
  return isRefusal(secret) ? secret : bucketShelf({ ...settings, secret });
}
