/** Keeps one file and is killed on the way: `quarantine` while it comes in, `shelf` when it is sealed and no row names it yet. */
import { keyRing } from '../key-file.ts';
import { openFileStore } from './file-store.ts';

const [, , folder = '', when] = process.argv;
const keys = keyRing([{ id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') }]);
const die = () => process.kill(process.pid, 'SIGKILL');

async function* content() {
  yield Buffer.alloc(100_000, 'a');
  if (when === 'quarantine') die();
  yield Buffer.alloc(100_000, 'b');
}

await openFileStore(folder, keys).keep(content(), 'a.txt');
die();
