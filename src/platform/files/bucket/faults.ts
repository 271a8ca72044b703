/** 对象存储为什么不行, in words for the operator: what it answered, and what to do. */
import { ShelfFault } from '../shelf.ts';
import type { BucketSettings } from './bucket-settings.ts';

export function unreachable({ endpoint }: BucketSettings, error: Error): ShelfFault {
  const { code } = ((error as NodeJS.ErrnoException).code ? error : (error.cause ?? error)) as NodeJS.ErrnoException;
  const advice =
    '核对 GONGKAI_BUCKET，看对象存储是不是开着、从这台机器能不能连上；证书由本单位自己签发的，用 NODE_EXTRA_CA_CERTS 指定。';
  return new ShelfFault('away', `连不上对象存储 ${endpoint}（${code ?? error.message}）`, advice, error);
}

/** Something else answers there: a sign-in page of the network, another program. */
export function notAStore({ endpoint }: BucketSettings): ShelfFault {
  return new ShelfFault(
    'refused',
    `应答的不是兼容 S3 的对象存储：${endpoint}`,
    '核对 GONGKAI_BUCKET；中间有代理、上网认证的，请网络管理员放行。',
  );
}

/** @param code of the store; empty where it gave none */
export function refused({ endpoint, bucket, region }: BucketSettings, status: number, code: string): ShelfFault {
  const told = `${status} ${code}`.trim();
  const known = REFUSED[code];
  if (!known)
    return new ShelfFault(
      'away',
      `对象存储 ${endpoint} 没有照办（${told}）`,
      '过一会儿再试；一直这样的，把这一行交给管对象存储的人。',
    );
  const says = known.says.replace('BUCKET', bucket).replace('REGION', region);
  return new ShelfFault('refused', `${says}（${told}）`, known.advice);
}

interface Known {
  readonly says: string;
  readonly advice: string;
}

const NO_ACCOUNT: Known = {
  says: '对象存储不认识这个访问账号',
  advice: '核对 GONGKAI_BUCKET_KEY；账号停用了的，请管对象存储的人换一个。',
};
const WRONG_REGION: Known = { says: '对象存储的区域不是 REGION', advice: '改正 GONGKAI_BUCKET_REGION。' };
const SKEWED: Known = {
  says: '这台机器的时钟与对象存储相差太多，它不接受',
  advice: '开启自动对时（timedatectl set-ntp true），再试。',
};
const FULL: Known = { says: '对象存储的空间满了', advice: '请管对象存储的人扩容或者提高配额；腾出以前附件收不进来。' };

const REFUSED: Readonly<Record<string, Known>> = {
  SignatureDoesNotMatch: {
    says: '对象存储的密钥不对',
    advice: '核对 GONGKAI_BUCKET_SECRET_FILE 里的密钥与 GONGKAI_BUCKET_KEY 是不是一对。',
  },
  InvalidAccessKeyId: NO_ACCOUNT,
  InvalidToken: NO_ACCOUNT,
  AccessDenied: {
    says: '这个访问账号没有权限读写存储桶 BUCKET',
    advice: '请管对象存储的人准许它列出、读取、写入和删除（ListBucket、GetObject、PutObject、DeleteObject）。',
  },
  NoSuchBucket: {
    says: '对象存储里没有存储桶 BUCKET',
    advice: '请管对象存储的人建好，或者改正 GONGKAI_BUCKET 里的名称。',
  },
  RequestTimeTooSkewed: SKEWED,
  RequestExpired: SKEWED,
  AuthorizationHeaderMalformed: WRONG_REGION,
  PermanentRedirect: WRONG_REGION,
  QuotaExceeded: FULL,
  XMinioStorageFull: FULL,
  EntityTooLarge: { says: '对象存储不收这么大的文件', advice: '请管对象存储的人放宽单个对象的大小，至少 32 MB。' },
};
