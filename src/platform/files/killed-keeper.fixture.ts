/**
 * Keeps one file and is killed on the way: `quarantine` while it comes in, `shelf` when it is sealed and no row names it yet. The fourth word is the
 * address of a bucket, where it does not go to the folder.
 */
import { keyRing } from '../key-file.ts';
import { bucketShelf } from './bucket/bucket-shelf.ts';
import { openFileStore } from './file-store.ts';

const [, , folder = '', when, endpoint] = process.argv;
const keys = keyRing([{ id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') }]);
const die = () => process.kill(process.pid, 'SIGKILL');

async function* content() {
  yield Buffer.alloc(100_000, 'a');
  if (when === 'quarantine') die();
  yield Buffer.alloc(100_000, 'b');
}

const settings = { bucket: 'xxgk', prefix: 'killed/', region: 'us-east-1', bucketInHost: false, secretFile: '' };
const account = { key: 'S3RVER', secret: 'S3RVER' };
const parts = endpoint === undefined ? {} : { shelf: bucketShelf({ ...settings, ...account, endpoint }) };
await openFileStore(folder, keys, parts).keep(content(), 'a.txt');
die();
