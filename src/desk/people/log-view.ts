/** 操作日志 as a sheet for the auditor [SEC-55]: sign-ins, rights, looks and every other act, from the ledger; what was done stands there as the ledger names it. */
import type { LedgerEntry } from '../../ledger/entry.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { reasonOfLook } from '../../requests/looks.ts';
import { agencyNames } from '../agency-names.ts';

const ROOMS: Readonly<Record<string, string>> = {
  people: '机构人员',
  requests: '依申请公开',
  'processing-fee': '信息处理费',
  remedies: '复议诉讼',
  publications: '主动公开',
  review: '审查审核',
  interaction: '互动回应',
  interviews: '在线访谈',
  enforcement: '许可处罚公示',
  exchange: '平台与渠道',
  supervision: '监督保障',
  'annual-report': '年度报告',
  statute: '日历与口径',
  files: '附件',
  keys: '密钥',
  ledger: '操作日志',
};

/** 与账号、权限和看过什么有关的; the other acts are told by their name in the ledger and their basis. */
const ACTS: Readonly<Record<string, string>> = {
  signedIn: '登录',
  setUp: '首次设置',
  addedOfficer: '增加人员',
  addedAgency: '增加机关',
  setFounding: '填写成立日期',
  gaveRoles: '调整岗位',
  stoppedOfficer: '停用账号',
  resumedOfficer: '恢复账号',
  setPassword: '重设密码',
  changedOwnPassword: '更换本人密码',
  changedOwnContact: '更换本人联系方式',
  beganSecondFactor: '开始设置身份验证器',
  confirmedSecondFactor: '开启身份验证器',
  removedSecondFactor: '停用身份验证器',
  closedOwnSessions: '退出本人其他登录',
  openedIdentity: '查看申请人身份',
  exportedLooks: '导出查阅记录',
  exportedLog: '导出操作日志',
  exportedList: '导出申请清单',
  exportedFees: '导出收费台账',
  exportedStatistics: '导出统计',
  exportedOpinions: '导出征集意见',
  confirmedErasure: '确认清除身份',
  erasedIdentity: '清除身份',
  changedSetting: '修改口径',
  addedKey: '增加密钥',
  removedOldKeys: '去掉旧密钥',
};

const HEADS = ['留痕序号', '时间', '人员', '业务', '做了什么', '留痕名称', '对象', '机关', '依据或者方式', '事由'];

export async function logCsv(db: Db, entries: readonly LedgerEntry[]): Promise<string> {
  const names = await namesOfOfficers(db, [...new Set(entries.map(({ actorId }) => actorId))]);
  const nameOf = await agencyNames(db);
  const rows = entries.map((entry) => [
    ...[entry.seq, momentOf(entry.at), names.get(entry.actorId) ?? entry.actorId],
    ...[ROOMS[entry.room] ?? entry.room, ACTS[entry.verb] ?? '', entry.verb, entry.subject],
    ...[nameOf(entry.agencyId), entry.basis, reasonOfLook(entry) ?? ''],
  ]);
  return `\uFEFF${[HEADS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** One that a spreadsheet would take for a formula is kept from being one. */
function cell(value: string | number): string {
  const plain = String(value).replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** `2026-03-02 10:00:00`, in Beijing. */
function momentOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
