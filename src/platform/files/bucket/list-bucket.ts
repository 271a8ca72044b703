/** 桶里有什么: a page of names at a time, in their order; the first version of the call, which every store that speaks S3 knows. */
import { DomUtils, parseDocument } from 'htmlparser2';
import type { BucketCall } from './bucket-calls.ts';

export interface LyingObject {
  readonly key: string;
  readonly bytes: number;
  readonly at: Date;
}

type Nodes = Parameters<typeof DomUtils.getElementsByTagName>[1];
const all = (name: string, within: Nodes) => DomUtils.getElementsByTagName(name, within, true);
const text = (name: string, within: Nodes) => DomUtils.textContent(all(name, within).slice(0, 1));

/** @param notAStore what is thrown when no list comes back: whatever else answers must not pass for an empty bucket */
export async function* listBucket(
  call: BucketCall,
  prefix: string,
  notAStore: () => Error,
): AsyncGenerator<LyingObject> {
  for (let marker = ''; ; ) {
    const query = { prefix, ...(marker === '' ? {} : { marker }) };
    const answer = await call({ method: 'GET', key: '', query });
    const page = parseDocument((await answer?.body.text()) ?? '', { xmlMode: true });
    if (all('ListBucketResult', page).length === 0) throw notAStore();
    const before = marker;
    for (const one of all('Contents', page)) {
      marker = text('Key', one);
      yield { key: marker, bytes: Number(text('Size', one)), at: new Date(text('LastModified', one)) };
    }
    if (text('IsTruncated', page) !== 'true' || marker === before) return;
  }
}
