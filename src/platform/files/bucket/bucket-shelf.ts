/**
 * 存储桶 [OPS-17]: sealed files as objects of a store that speaks S3. An object is there whole or not at all, so what a folder does with a new name
 * the store does by itself; a file goes in one request, from the disk, and comes back piece by piece: never as a whole in memory.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { OpenFile, Shelf } from '../shelf.ts';
import { FILE_ID, removeIfThere } from '../shelves.ts';
import { type Answer, type Body, type BucketCall, type BucketSecrets, bucketCalls, PATIENCE } from './bucket-calls.ts';
import { notAStore, unreachable } from './faults.ts';
import { listBucket } from './list-bucket.ts';

const KEPT = 'kept/';
const MARK = 'belongs-to';

export function bucketShelf(settings: BucketSecrets, patience = PATIENCE): Shelf {
  const call = bucketCalls(settings, patience);
  const open = async (id: string, first?: number): Promise<OpenFile | undefined> => {
    const key = keyOf(id);
    const answer = await call({ method: 'GET', key, headers: first === undefined ? {} : range(0, first - 1) });
    if (!answer) return undefined;
    const bytes = Number(answer.headers['content-length']);
    return { bytes, content: whole(call, key, answer, bytes, (error) => unreachable(settings, error)) };
  };
  const list = async function* () {
    const prefix = settings.prefix + KEPT;
    for await (const { key, ...lying } of listBucket(call, prefix, () => notAStore(settings))) {
      const id = key.slice(prefix.length);
      if (FILE_ID.test(id)) yield { id, ...lying };
    }
  };
  return {
    where: `${settings.endpoint}/${settings.bucket}/${settings.prefix}`,
    async put(id, part) {
      await done(call({ method: 'PUT', key: keyOf(id), body: await bodyOf(part) }));
      await removeIfThere(part);
    },
    open,
    remove: (id) => done(call({ method: 'DELETE', key: keyOf(id) })),
    list,
    // No second name can be given to an object: one that is erased while a backup runs is gone, and the backup begins anew.
    hold: async () => ({ open, list, release: async () => {} }),
    mark: {
      read: async () => (await call({ method: 'GET', key: MARK }))?.body.text(),
      write: (text) => done(call({ method: 'PUT', key: MARK, body: bodyFrom(Buffer.from(text)) })),
    },
  };
}

/** @throws Error for anything but an id, so that no name leads out of the prefix */
function keyOf(id: string): string {
  if (!FILE_ID.test(id)) throw new Error('no id of a kept file');
  return KEPT + id;
}

const range = (from: number, to: number) => ({ range: `bytes=${from}-${to}` });

/** How often a line that breaks within a file is taken up again. */
const RESUMED_AT_MOST = 4;

/** Where the line breaks, the rest is asked for: of the very same object, or the reading ends. */
async function* whole(call: BucketCall, key: string, first: Answer, bytes: number, lost: (error: Error) => Error) {
  let [answer, at]: [Answer | undefined, number] = [first, 0];
  const { etag } = first.headers;
  for (let resumed = 0; ; resumed += 1) {
    try {
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        at += chunk.length;
        yield chunk;
      }
      if (at === bytes) return;
      throw new Error('the answer was cut off');
    } catch (error) {
      if (at >= bytes || resumed === RESUMED_AT_MOST) throw lost(error as Error);
    }
    const same = typeof etag === 'string' ? { 'if-match': etag } : {};
    answer = await call({ method: 'GET', key, headers: { ...range(at, bytes - 1), ...same } });
    if (!answer) throw new Error('a kept file was taken away while it was read');
  }
}

/** What the store says besides is of no interest. */
async function done(call: Promise<Answer | undefined>): Promise<void> {
  await (await call)?.body.dump();
}

function bodyFrom(content: Buffer): Body {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { bytes: content.length, sha256, content: () => Readable.from([content]) };
}

async function bodyOf(path: string): Promise<Body> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  const { size: bytes } = await stat(path);
  return { bytes, sha256: hash.digest('hex'), content: () => createReadStream(path) };
}
