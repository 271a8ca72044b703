/** 对象存储的设置 [OPS-17]: from the environment; the secret lies in a file of its own, so that no list of processes or settings shows it. */
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts';
import { isLoopback } from '../../listen-address.ts';

export interface BucketSettings {
  /** `https://s3.example.gov.cn` */
  readonly endpoint: string;
  readonly bucket: string;
  /** In front of every key: empty, or ending with a slash. */
  readonly prefix: string;
  readonly region: string;
  /** 桶名在主机名里: some clouds answer no other way. */
  readonly bucketInHost: boolean;
  /** 访问账号 (access key id). */
  readonly key: string;
  readonly secretFile: string;
}

/** Every setting, for the help text. */
export const BUCKET_SETTINGS = {
  GONGKAI_BUCKET:
    '附件放在兼容 S3 的对象存储，如 https://s3.example.gov.cn/存储桶/前缀；不设则放在数据文件夹的 files 里。几台机器一起用时不必有共享磁盘',
  GONGKAI_BUCKET_KEY: '对象存储的访问账号（Access Key）',
  GONGKAI_BUCKET_SECRET_FILE: '对象存储的密钥（Secret Key）文件，只放密钥一行，只有运行程序的用户能读',
  GONGKAI_BUCKET_REGION: '对象存储的区域，默认 us-east-1',
  GONGKAI_BUCKET_STYLE: '存储桶怎样写在请求的地址里：path（默认，写在路径里）或者 host（写在主机名前面）',
} as const;

type Setting = keyof typeof BUCKET_SETTINGS;
type Env = Readonly<Record<string, string | undefined>>;

/** Pure: the secret is opened by `openShelf`. */
export function readBucketSettings(env: Env): BucketSettings | undefined | Refusal {
  const given = (name: Setting) => env[name]?.trim() || undefined;
  const text = given('GONGKAI_BUCKET');
  if (!text) {
    const left = (Object.keys(BUCKET_SETTINGS) as Setting[]).find((name) => given(name));
    return left && wrong('GONGKAI_BUCKET', `设了 ${left}，还要写存储桶的地址；附件放在文件夹里的，去掉 ${left}。`);
  }
  const place = readPlace(text);
  if (isRefusal(place)) return place;
  const region = given('GONGKAI_BUCKET_REGION') ?? 'us-east-1';
  if (!/^[\w-]{1,50}$/.test(region)) return wrong('GONGKAI_BUCKET_REGION', `“${region}”不像区域名，如 cn-north-1。`);
  const style = given('GONGKAI_BUCKET_STYLE') ?? 'path';
  if (style !== 'path' && style !== 'host')
    return wrong('GONGKAI_BUCKET_STYLE', `只能是 path 或 host，现在是“${style}”。`);
  const [key, secretFile] = [given('GONGKAI_BUCKET_KEY'), given('GONGKAI_BUCKET_SECRET_FILE')];
  if (!key) return wrong('GONGKAI_BUCKET_KEY', '附件放在对象存储，还要写访问账号。');
  if (!secretFile) return wrong('GONGKAI_BUCKET_SECRET_FILE', '附件放在对象存储，还要指定密钥文件。');
  return { ...place, region, key, secretFile, bucketInHost: style === 'host' };
}

/** 3 to 63 of what every store takes in a name, and below it what needs no escaping. */
const BUCKET = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const STEP = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

function readPlace(text: string): Pick<BucketSettings, 'endpoint' | 'bucket' | 'prefix'> | Refusal {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text is not repeated: somebody may have written the secret into it.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    return wrong(
      'GONGKAI_BUCKET',
      '应写成“对象存储的网址/存储桶/前缀”，不带账号，如 https://s3.example.gov.cn/xxgk/files。',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
    return wrong('GONGKAI_BUCKET', '附件不走没有加密的线路：除本机以外，地址要以 https:// 开头。');
  const [bucket = '', ...steps] = url.pathname.split('/').filter((step) => step !== '');
  if (!BUCKET.test(bucket))
    return wrong(
      'GONGKAI_BUCKET',
      '网址后面要写存储桶的名称（小写字母、数字和连字符），如 https://s3.example.gov.cn/xxgk。',
    );
  if (!steps.every((step) => STEP.test(step)))
    return wrong('GONGKAI_BUCKET', '存储桶后面的前缀只用字母、数字和 . _ -，用 / 分级。');
  return { endpoint: url.origin, bucket, prefix: steps.map((step) => `${step}/`).join('') };
}

function wrong(setting: Setting, says: string): Refusal {
  return refuse('SETTING_WRONG', `启动设置 ${setting}`, `${setting}：${says}`);
}
