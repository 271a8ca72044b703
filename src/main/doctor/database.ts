/** 数据库里: its version and shape, the clock, keys in use, the calendar, messages that did not go out, the end of the ledger. */
import { SHARING_WORKS } from '../../exchange/store/sharing/connections.ts';
import { WECHAT_WORKS } from '../../exchange/store/wechat/works.ts';
import { lastEntryAt, verifyLedgerEnd } from '../../ledger/store.ts';
import { isFault } from '../../ledger/verify.ts';
import type { OfficerRecord } from '../../people/administration.ts';
import { ROLES } from '../../people/role.ts';
import { listOfficers } from '../../people/store/officers.ts';
import { listAgencies } from '../../people/store.ts';
import { rolesApart, THREE_OFFICERS } from '../../people/three-officers.ts';
import { type Db, serverClock } from '../../platform/database.ts';
import { isDemoDatabase } from '../../platform/demo-mark.ts';
import { countQuarantined } from '../../platform/files/quarantine.ts';
import { isThere, type Shelf, ShelfFault } from '../../platform/files/shelf.ts';
import { keyRing, readKeyFile } from '../../platform/key-file.ts';
import { countPieces } from '../../platform/outbox/outbox.ts';
import { countDeadByWork } from '../../platform/outbox/pieces.ts';
import { sealedSample } from '../../platform/sealed-column.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { loadCalendar } from '../../statute/store.ts';
import { idsOfNamedFiles } from '../file-rows.ts';
import { SEALED_COLUMNS } from '../keys/key-places.ts';
import { lostKeys } from '../keys/lost-keys.ts';
import { whyNotOurs } from '../shelf-owner.ts';
import { bad, good, type Look, mind } from './look.ts';

export interface Ground {
  readonly db: Db;
  readonly shelf: Shelf;
  readonly keyFile: string;
  readonly demo: boolean;
  /** [SEC-52] Whoever holds what should be apart may. */
  readonly combined: boolean;
  readonly now: Date;
}

export async function lookIntoDatabase(ground: Ground): Promise<readonly Look[]> {
  return [
    await lookAtPurpose(ground),
    await lookAtClock(ground),
    await lookAtThreeOfficers(ground),
    await lookAtKeys(ground),
    await lookAtFiles(ground),
    await lookAtCalendar(ground),
    await lookAtOutbox(ground),
    await lookAtQuarantine(ground),
    await lookAtLedger(ground),
  ];
}

async function lookAtPurpose({ db, demo }: Ground): Promise<Look> {
  const isDemo = await isDemoDatabase(db);
  if (isDemo === demo) return good('数据', isDemo ? '演示数据' : '正式数据');
  return bad(
    '数据',
    isDemo ? '是演示数据，设置却是正式使用' : '是正式数据，设置却是演示',
    '请核对 GONGKAI_DEMO 和 GONGKAI_DATA。',
  );
}

/** The law's days are counted in Asia/Shanghai whatever the machine's zone; only the moment must be right. */
async function lookAtClock({ db, now }: Ground): Promise<Look> {
  const { version, at } = await serverClock(db);
  const apart = Math.abs(at.getTime() - now.getTime()) / 1_000;
  const shown = `北京时间 ${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}，数据库 PostgreSQL ${version}`;
  if (apart > 60)
    return bad(
      '时钟',
      `${shown}，与数据库的时钟差 ${Math.round(apart)} 秒`,
      '两台机器都开启自动对时（timedatectl set-ntp true）。',
    );
  const last = await lastEntryAt(db);
  if (last && last.getTime() > now.getTime() + 60_000)
    return bad('时钟', `${shown}，比最后一条留痕还早`, '时钟被往回拨过：请对时，期限按日期计算，错一天就会误期。');
  return good('时钟', `${shown}；期限一律按北京时间算，与机器的时区无关`);
}

/** [SEC-52] Who held several posts before they were kept apart goes on; it is told who. Before the first setup there is nobody. */
async function lookAtThreeOfficers({ db, combined }: Ground): Promise<Look> {
  const what = '三员分立';
  const officers = (
    await listAgencies(db).then((all) =>
      listOfficers(
        db,
        all.map(({ id }) => id),
      ),
    )
  ).filter(({ active }) => active);
  const rolesOf = ({ rights }: OfficerRecord) => rights.map(({ role }) => role);
  const both = officers.filter((officer) => rolesApart(rolesOf(officer)).length > 0);
  if (both.length > 0) {
    const who = both.map(
      (one) =>
        `${one.name}（${rolesApart(rolesOf(one))
          .map((role) => ROLES[role].term)
          .join('、')}）`,
    );
    const says = `兼任了应当分开的岗位：${who.join('，')}`;
    return mind(
      what,
      combined ? `${says}；设置 GONGKAI_THREE_OFFICERS=off 允许` : says,
      '由另一位安全管理员在工作台“机构人员”里调整，每人只留一个。',
    );
  }
  const vacant = THREE_OFFICERS.filter((role) => !officers.some((one) => rolesOf(one).includes(role)));
  if (officers.length === 0 || vacant.length === 0) return good(what, '系统管理员、安全管理员、审计员没有兼任的');
  return mind(
    what,
    `还没有${vacant.map((role) => ROLES[role].term).join('、')}`,
    '由安全管理员在工作台“机构人员”里另外增加，一个人一个账号。',
  );
}

/** A bucket is asked for each of them. */
const FILES_LOOKED_AT = 500;

async function lookAtKeys({ db, shelf, keyFile }: Ground): Promise<Look> {
  const what = '密钥';
  const lost = await lostKeys({ db, shelf, keyFile, files: FILES_LOOKED_AT });
  const file = readKeyFile(keyFile);
  if (isRefusal(lost) || isRefusal(file))
    return bad(
      what,
      (isRefusal(lost) ? lost : (file as Refusal)).says,
      '把与备份一同保存的密钥文件放回原处；找到以前不要更换密钥。',
    );
  if (lost.length > 0)
    return bad(
      what,
      `${keyFile} 里没有正在使用的密钥 ${lost.join('、')}`,
      '从备份找回含有它的密钥文件；找到以前不要更换密钥。',
    );
  const ring = keyRing(file.keys, file.digests);
  for (const column of SEALED_COLUMNS) {
    const stuck = await sealedSample(db, column, ring);
    if (stuck)
      return bad(
        what,
        `${column.table} 里 ${stuck} 的内容打不开`,
        '内容在数据库里被改动过，或者密钥文件被改过：用备份对照。',
      );
  }
  return good(what, `${keyFile}，${file.keys.length} 把，抽查都打得开`);
}

const SAMPLE_OF_FILES = 50;

/** Files that rows name, a few of all of them: whether they are where the settings say. */
async function lookAtFiles({ db, shelf }: Ground): Promise<Look> {
  const what = '附件';
  const named = [...(await idsOfNamedFiles(db))].sort();
  const step = Math.max(1, Math.floor(named.length / SAMPLE_OF_FILES));
  const sample = named.filter((_, n) => n % step === 0).slice(0, SAMPLE_OF_FILES);
  try {
    for await (const _ of shelf.list()) break;
    const lost: string[] = [];
    for (const id of sample) if (!(await isThere(shelf, id))) lost.push(id);
    const foreign = await whyNotOurs(db, shelf);
    if (foreign) return bad(what, '不属于这个数据库', foreign.says);
    const says = `${shelf.where}，登记了 ${named.length} 个，抽查 ${sample.length} 个`;
    if (lost.length === 0) return good(what, `${says}，都在`);
    return bad(
      what,
      `${says}，有 ${lost.length} 个不在，如 ${lost[0]}`,
      '核对 GONGKAI_DATA、GONGKAI_BUCKET：附件搬过地方的，用搬去的设置；丢了的，从备份找回。',
    );
  } catch (error) {
    if (!(error instanceof ShelfFault)) throw error;
    return bad(what, error.says, error.advice);
  }
}

async function lookAtCalendar({ db, now }: Ground): Promise<Look> {
  const what = '工作日历';
  const { publishedYears } = (await loadCalendar(db)).calendar();
  return judgeCalendar(what, publishedYears, civilDateAt(now));
}

/** The State Council's notice of the next year comes out in November, or late in October. */
export function judgeCalendar(what: string, years: ReadonlySet<number>, today: string): Look {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const advice = '在工作台“工作日历”里录入国务院办公厅的放假通知。';
  if (!years.has(year)) return bad(what, `${year} 年的放假安排没有录入，期限都是暂估`, advice);
  if (years.has(year + 1)) return good(what, `${year} 年、${year + 1} 年都有`);
  const says = `${year + 1} 年的放假安排没有录入，跨年的期限标“暂估”`;
  return month >= 11
    ? mind(what, says, `一般 11 月公布。${advice}`)
    : good(what, `${year} 年有；${year + 1} 年一般 11 月公布`);
}

async function lookAtOutbox({ db }: Ground): Promise<Look> {
  const counts = await countPieces(db);
  const dead = counts.get('dead') ?? 0;
  if (dead === 0) return good('待发的消息', `没有发不出去的，${counts.get('waiting') ?? 0} 条等着发`);
  const by = await countDeadByWork(db);
  const of = (works: readonly string[]) => works.reduce((sum, work) => sum + (by.get(work) ?? 0), 0);
  const [sharing, wechat] = [of(SHARING_WORKS), of(WECHAT_WORKS)];
  const parts = [
    {
      n: dead - sharing - wechat,
      are: '条消息发不出去',
      advice: '在工作台“发件箱”里看每一条的原因，改好邮箱、短信的设置以后重发。',
    },
    { n: sharing, are: '条没有送到其他平台', advice: '在工作台“平台接口”里看每一条的原因，改好接口以后再送。' },
    { n: wechat, are: '条没有送到公众号', advice: '在工作台“媒体账号”里看原因。' },
  ].filter(({ n }) => n > 0);
  const says = parts.map(({ n, are }) => `${n} ${are}`).join('，');
  return mind('待发的消息', says, parts.map(({ advice }) => advice).join(''));
}

async function lookAtQuarantine({ db }: Ground): Promise<Look> {
  const { waiting, infected } = await countQuarantined(db);
  const says = `${waiting} 个等待查毒，${infected} 个查出病毒`;
  if (waiting === 0) return good('隔离的文件', says);
  return mind('隔离的文件', says, '等待查毒的打不开：看“病毒检查”一项，clamd 恢复以后一分钟内自动补查。');
}

const SAMPLE = 1_000;

async function lookAtLedger({ db }: Ground): Promise<Look> {
  const end = await verifyLedgerEnd(db, SAMPLE);
  if (isFault(end))
    return bad('留痕', `在第 ${end.seq} 条断开`, '保留现状，执行 gongkai ledger verify，用备份对照查明是谁改动的。');
  return good(
    '留痕',
    `最近 ${Math.min(SAMPLE, end.seq)} 条首尾相扣，共 ${end.seq} 条；整条的校验用 gongkai ledger verify`,
  );
}
