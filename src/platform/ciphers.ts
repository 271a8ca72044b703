/**
 * How sealed values are encrypted. 国密 first (GB/T 39786 asks it of government systems); AES where the Node of a
 * distribution was built without SM4. Both authenticate the context together with the text.
 */
import { createCipheriv, createDecipheriv, createHmac, getCiphers, randomBytes, timingSafeEqual } from 'node:crypto';

export type CipherName = 'sm4-ctr-hmac-sm3' | 'aes-256-gcm';

interface Cipher {
  available(): boolean;
  seal(secret: Buffer, plain: Buffer, context: Buffer): Buffer;
  /** @throws Error when the bytes or the context are not those that were sealed */
  open(secret: Buffer, sealed: Buffer, context: Buffer): Buffer;
}

/** Encrypt, then authenticate: Node's OpenSSL offers no SM4-GCM. Halves of the secret serve one purpose each. */
const sm4: Cipher = {
  available: () => getCiphers().includes('sm4-ctr'),
  seal(secret, plain, context) {
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-ctr', secret.subarray(0, 16), iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, sm3Tag(secret, body, context)]);
  },
  open(secret, sealed, context) {
    const body = sealed.subarray(0, -32);
    const tag = sealed.subarray(-32);
    if (body.length < 16 || !timingSafeEqual(tag, sm3Tag(secret, body, context))) throw new Error('not authentic');
    const decipher = createDecipheriv('sm4-ctr', secret.subarray(0, 16), body.subarray(0, 16));
    return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
  },
};

const aes: Cipher = {
  available: () => true,
  seal(secret, plain, context) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secret, iv, { authTagLength: 16 }).setAAD(context);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(secret, sealed, context) {
    if (sealed.length < 28) throw new Error('not authentic');
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(context).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  },
};

export const CIPHERS: Readonly<Record<CipherName, Cipher>> = { 'sm4-ctr-hmac-sm3': sm4, 'aes-256-gcm': aes };

export function preferredCipher(): CipherName {
  return sm4.available() ? 'sm4-ctr-hmac-sm3' : 'aes-256-gcm';
}

/** The length of the context goes first, so that no byte can move between context and body. */
function sm3Tag(secret: Buffer, body: Buffer, context: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(context.length);
  const key = secret.subarray(16);
  return createHmac('sm3', key).update(length).update(context).update(body).digest();
}
