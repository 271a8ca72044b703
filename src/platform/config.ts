/**
 * The settings of an installation, read from the environment once at start. Pure: the same environment gives the same
 * settings, or one Refusal that names the setting, what is wrong with it and what to write instead.
 */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { CHANNEL_SETTINGS, type ChannelSettings, readChannelSettings } from './channel-settings.ts';
import { BUCKET_SETTINGS, type BucketSettings, readBucketSettings } from './files/bucket/bucket-settings.ts';
import { type ClamdAddress, readClamdAddress } from './files/clamd.ts';
import { isLoopback, type ListenAddress, parseListenAddress } from './listen-address.ts';
import { OIDC_SETTINGS, type OidcSettings, readOidcSettings } from './oidc-settings.ts';

export interface Config {
  /** The demo county with its invented people and passwords; then nothing but this machine may connect. */
  readonly demo: boolean;
  /** Absent: PostgreSQL is started from the package, with its files in the data folder. */
  readonly databaseUrl?: string;
  /** 备库: a streaming replica of it, for the pages of a portal to be read from. */
  readonly readDatabaseUrl?: string;
  /** Off behind poolers that give every transaction another connection. */
  readonly nameStatements: boolean;
  readonly dataFolder: string;
  /** The operator named the folder: then it is used or refused, never replaced by another. */
  readonly dataFolderChosen: boolean;
  /** Where the key of the identities lies, when not in the data folder. */
  readonly keyFile?: string;
  /** Which of the two this process serves; sweeps go with the console. */
  readonly faces: Faces;
  readonly portal: ListenAddress;
  readonly console: ListenAddress;
  /** Where a monitor reads figures; absent: nowhere. */
  readonly metrics?: ListenAddress;
  /** The address citizens type, for links in letters and feeds; https turns on strict transport security. */
  readonly publicUrl?: string;
  /** Addresses whose `X-Forwarded-For` is believed. */
  readonly trustedProxy: readonly string[];
  /** 内网站点: `host:port` of sites in one's own network that the watch may look at and items may be handed to. */
  readonly internalSites: readonly string[];
  /** 密钥文件夹: where the secrets of connections lie, a file each; absent, none is opened. */
  readonly secretsFolder?: string;
  /** 交换文件夹: below it a folder for each platform that is reached by files. */
  readonly exchangeFolder?: string;
  /** 对象存储: where kept files lie; absent: in the data folder. */
  readonly bucket?: BucketSettings;
  /** 病毒检查: where a ClamAV daemon listens; absent, nothing is scanned. */
  readonly clamd?: ClamdAddress;
  /** 微信公众平台: where its interface stands; another address only for trials. */
  readonly wechatUrl: string;
  /** [SEC-52] One person may be several of the three administrators, or one of them and a clerk; absent: he may not. */
  readonly officersCombined?: true;
  readonly logLevel: LogLevel;
  readonly channels: ChannelSettings;
  /** 统一身份认证; absent: officers sign in by password. */
  readonly oidc?: OidcSettings;
}

const FACES = ['both', 'portal', 'console'] as const;
export type Faces = (typeof FACES)[number];

const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of package.json: `./data` lies in it. */
  readonly packageRoot: string;
  readonly workingFolder: string;
}

/** Every setting, for the help text; the operating manual explains them. */
export const SETTINGS: Readonly<Record<string, string>> = {
  GONGKAI_DEMO: '演示县，默认开启（只允许本机访问）；正式使用设为 off',
  GONGKAI_DATA: '数据文件夹，默认是程序文件夹里的 data',
  GONGKAI_PORTAL: '门户的监听地址，默认 127.0.0.1:8080',
  GONGKAI_CONSOLE: '工作台的监听地址，默认 127.0.0.1:8081',
  GONGKAI_FACES:
    '这个进程开什么：both（默认）、portal（只开门户）、console（只开工作台和定时任务）；分开或者开几份时用',
  GONGKAI_METRICS: '运行指标（Prometheus）的监听地址，如 127.0.0.1:9464；不写不开，不要对公众开放',
  GONGKAI_PUBLIC_URL: '公众访问门户的网址，如 https://xxgk.example.gov.cn',
  GONGKAI_TRUSTED_PROXY: '反向代理的地址或网段，逗号分隔，如 10.0.0.5,10.1.0.0/16',
  GONGKAI_INTERNAL_SITES:
    '监测、推送可以访问的内网站点，逗号分隔的“主机：端口”，如 10.1.2.3:80,oa.example:443；公网上的站点不用写',
  GONGKAI_SECRETS: '平台接口的密钥文件夹，一个接口一个文件，只有运行程序的用户能读；不设则不能推送和接收',
  GONGKAI_EXCHANGE_FOLDER: '与其他平台交换文件的文件夹；不设则不能用文件交换',
  GONGKAI_WECHAT: '微信公众平台的接口地址，默认 https://api.weixin.qq.com；只有试验时才改',
  GONGKAI_CLAMD:
    '病毒检查程序（ClamAV 的 clamd），如 127.0.0.1:3310 或 /run/clamav/clamd.ctl；不设则上传的文件只查格式、不查病毒',
  GONGKAI_KEY_FILE: '身份信息密钥文件，默认是数据文件夹里的 identity.key',
  GONGKAI_THREE_OFFICERS:
    '系统管理员、安全管理员、审计员由三个人分别担任、不兼业务岗位，默认 on；人手实在不够又经主管部门同意的设为 off',
  ...BUCKET_SETTINGS,
  ...OIDC_SETTINGS,
  ...CHANNEL_SETTINGS,
  DATABASE_URL: '使用自己的 PostgreSQL（15 或更高），如 postgres://user:pass@host/gongkai',
  GONGKAI_READ_DATABASE_URL: '门户用来读的备库（流复制）的连接串，写法同 DATABASE_URL；不设则都从 DATABASE_URL 读',
  GONGKAI_LOG: '日志的详细程度：error、warn（默认）、info（每个请求一行）、debug',
  GONGKAI_NAMED_STATEMENTS: '数据库前面有事务级连接池时设为 off，默认 on',
};

export function readConfig({ env, packageRoot, workingFolder }: Surroundings): Config | Refusal {
  const demo = readSwitch(env, 'GONGKAI_DEMO');
  if (isRefusal(demo)) return demo;
  const nameStatements = readSwitch(env, 'GONGKAI_NAMED_STATEMENTS');
  if (isRefusal(nameStatements)) return nameStatements;
  const threeOfficers = readSwitch(env, 'GONGKAI_THREE_OFFICERS');
  if (isRefusal(threeOfficers)) return threeOfficers;
  const faces = readFaces(env);
  if (isRefusal(faces)) return faces;
  const portal = readAddress(env, 'GONGKAI_PORTAL', '127.0.0.1:8080', demo);
  if (isRefusal(portal)) return portal;
  const console = readAddress(env, 'GONGKAI_CONSOLE', '127.0.0.1:8081', demo);
  if (isRefusal(console)) return console;
  if (portal.port !== 0 && portal.port === console.port && portal.host === console.host) {
    return wrong('GONGKAI_CONSOLE', '门户和工作台不能使用同一个地址和端口，请给工作台换一个端口。');
  }
  const metrics = given(env, 'GONGKAI_METRICS')
    ? readAddress(env, 'GONGKAI_METRICS', '127.0.0.1:9464', demo)
    : undefined;
  if (isRefusal(metrics)) return metrics;
  const publicUrl = readOrigin(env, 'GONGKAI_PUBLIC_URL');
  if (isRefusal(publicUrl)) return publicUrl;
  const wechatUrl = readOrigin(env, 'GONGKAI_WECHAT') ?? 'https://api.weixin.qq.com';
  if (isRefusal(wechatUrl)) return wechatUrl;
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL');
  if (isRefusal(databaseUrl)) return databaseUrl;
  const replicaUrl = readReplicaUrl(env, faces);
  if (isRefusal(replicaUrl)) return replicaUrl;
  const trustedProxy = readProxies(env);
  if (isRefusal(trustedProxy)) return trustedProxy;
  const internalSites = readInternalSites(env);
  if (isRefusal(internalSites)) return internalSites;
  const clamd = readClamd(env);
  if (isRefusal(clamd)) return clamd;
  const bucket = readBucketSettings(env);
  if (isRefusal(bucket)) return bucket;
  const logLevel = readLogLevel(env);
  if (isRefusal(logLevel)) return logLevel;
  const channels = readChannelSettings(env, demo);
  if (isRefusal(channels)) return channels;
  const oidc = readOidcSettings(env);
  if (isRefusal(oidc)) return oidc;

  const folder = given(env, 'GONGKAI_DATA');
  const keyFile = given(env, 'GONGKAI_KEY_FILE');
  const secretsFolder = given(env, 'GONGKAI_SECRETS');
  const exchangeFolder = given(env, 'GONGKAI_EXCHANGE_FOLDER');
  return {
    demo,
    nameStatements,
    faces,
    portal,
    console,
    trustedProxy,
    internalSites,
    wechatUrl,
    logLevel,
    channels,
    dataFolder: folder ? resolve(workingFolder, folder) : join(packageRoot, 'data'),
    dataFolderChosen: folder !== undefined,
    ...(metrics ? { metrics } : {}),
    ...(keyFile ? { keyFile: resolve(workingFolder, keyFile) } : {}),
    ...(secretsFolder ? { secretsFolder: resolve(workingFolder, secretsFolder) } : {}),
    ...(exchangeFolder ? { exchangeFolder: resolve(workingFolder, exchangeFolder) } : {}),
    ...(threeOfficers ? {} : { officersCombined: true as const }),
    ...(publicUrl ? { publicUrl } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(replicaUrl ? { readDatabaseUrl: replicaUrl } : {}),
    ...(oidc ? { oidc } : {}),
    ...(clamd ? { clamd } : {}),
    ...(bucket ? { bucket } : {}),
  };
}

type Env = Surroundings['env'];

function given(env: Env, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function wrong(setting: string, says: string): Refusal {
  return refuse('SETTING_WRONG', `启动设置 ${setting}`, `${setting}：${says}`);
}

function readSwitch(env: Env, name: string): boolean | Refusal {
  const text = given(env, name) ?? 'on';
  if (text === 'on') return true;
  if (text === 'off') return false;
  return wrong(name, `只能是 on 或 off，现在是“${text}”。`);
}

function readAddress(env: Env, name: string, fallback: string, demo: boolean): ListenAddress | Refusal {
  const text = given(env, name) ?? fallback;
  const address = parseListenAddress(text);
  if (!address) return wrong(name, `应写成“地址：端口”，如 ${fallback}，现在是“${text}”。`);
  if (demo && !isLoopback(address.host)) {
    return wrong(
      name,
      `演示模式只允许本机访问（演示账号的密码是公开的），不能监听 ${address.host}。` +
        '请改成 127.0.0.1，或者用 GONGKAI_DEMO=off 正式启动。',
    );
  }
  return address;
}

function readFaces(env: Env): Faces | Refusal {
  const text = given(env, 'GONGKAI_FACES') ?? 'both';
  const faces = FACES.find((known) => known === text);
  if (!faces) return wrong('GONGKAI_FACES', `只能是 ${FACES.join('、')}，现在是“${text}”。`);
  if (faces !== 'both' && !given(env, 'DATABASE_URL'))
    return wrong('GONGKAI_FACES', '门户和工作台分开时要用同一个 PostgreSQL，请同时设 DATABASE_URL。');
  return faces;
}

function readLogLevel(env: Env): LogLevel | Refusal {
  const text = given(env, 'GONGKAI_LOG') ?? 'warn';
  const level = LOG_LEVELS.find((known) => known === text);
  return level ?? wrong('GONGKAI_LOG', `只能是 ${LOG_LEVELS.join('、')}，现在是“${text}”。`);
}

/** An address without a path. */
function readOrigin(env: Env, name: string): string | undefined | Refusal {
  const text = given(env, name);
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  if (!plain || url.username) {
    return wrong(name, `应是不带路径的网址，如 https://xxgk.example.gov.cn，现在是“${text}”。`);
  }
  return url.origin;
}

/** Read otherwise, a part of the password is taken for the host. */
export const ENCODED_PASSWORD = '密码里有 @、/、:、# 等字符的，要按网址的写法编码，例如 @ 写 %40。';

function readDatabaseUrl(env: Env, name: string): string | undefined | Refusal {
  const text = given(env, name);
  if (!text) return undefined;
  // Without a host between @ and / a socket of this machine is meant (?host=/run/postgresql), which URL does not know.
  const asUrl = text.replace('@/', '@socket/');
  if (/^postgres(ql)?:/.test(text) && URL.canParse(asUrl)) return text;
  // The text is not repeated: it holds a password.
  return wrong(name, `应是 postgres:// 开头的连接串，如 postgres://user:pass@host:5432/gongkai。${ENCODED_PASSWORD}`);
}

/** Only a portal reads there; the settings of all processes may stand in one file. */
function readReplicaUrl(env: Env, faces: Faces): string | undefined | Refusal {
  const name = 'GONGKAI_READ_DATABASE_URL';
  const url = readDatabaseUrl(env, name);
  if (url === undefined || isRefusal(url)) return url;
  if (!given(env, 'DATABASE_URL'))
    return wrong(name, '备库是另一个 PostgreSQL 的流复制备库，请同时用 DATABASE_URL 写明主库。');
  return faces === 'console' ? undefined : url;
}

function readProxies(env: Env): readonly string[] | Refusal {
  const list = (given(env, 'GONGKAI_TRUSTED_PROXY') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const bad = list.find((part) => !isAddressOrNetwork(part));
  return bad === undefined ? list : wrong('GONGKAI_TRUSTED_PROXY', `“${bad}”不是 IP 地址或网段。`);
}

function readInternalSites(env: Env): readonly string[] | Refusal {
  const list = (given(env, 'GONGKAI_INTERNAL_SITES') ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  const bad = list.find((part) => !/^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/.test(part));
  return bad === undefined ? list : wrong('GONGKAI_INTERNAL_SITES', `“${bad}”应写成“主机：端口”，如 10.1.2.3:80。`);
}

function readClamd(env: Env): ClamdAddress | undefined | Refusal {
  const text = given(env, 'GONGKAI_CLAMD');
  if (!text) return undefined;
  const address = readClamdAddress(text);
  return address ?? wrong('GONGKAI_CLAMD', `应写成“主机：端口”或者套接字的路径，如 127.0.0.1:3310，现在是“${text}”。`);
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
