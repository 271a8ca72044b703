/** 备份里有什么, in words: counts, where the ledger ends, and which keys whoever restores it needs. */
import type { Manifest } from '../../platform/backup/manifest.ts';

export function summaryOf(manifest: Manifest): string {
  const { tables, files, ledger, takenAt, program } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const at = new Date(Date.parse(takenAt) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return [
    `  时间    ${at}（北京时间，程序 ${program}）`,
    `  数据库  ${tables.length} 张表，${rows} 行`,
    `  附件    ${files.count} 个，${size(files.bytes)}`,
    `  留痕    ${ledger.seq} 条，链尾 ${ledger.hash}`,
    `  密钥    ${keysOf(manifest)}`,
    ...missingOf(manifest),
  ].join('\n');
}

function keysOf({ withKeys, keys }: Manifest): string {
  if (withKeys) return '在备份里（备份是加密的）';
  if (keys.length === 0) return '不在备份里；备份里还没有用密钥加密的内容';
  return `不在备份里。身份信息和附件用密钥 ${keys.join('、')} 加密，恢复以后要有含这把密钥的密钥文件才打得开`;
}

function missingOf({ files }: Manifest): string[] {
  if (files.missing.length === 0) return [];
  const shown = files.missing.slice(0, 5).join('、');
  return [`  注意    ${files.missing.length} 个附件有登记而磁盘上没有，备份里也没有：${shown}。请用更早的备份对照。`];
}

function size(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
