/** 这台机器: folders and who may read them, keys, space, fonts, the last backup, the running server. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mayUse } from '../../platform/embedded-postgres/account.ts';
import { isRunning } from '../../platform/is-running.ts';
import { FONT_FOLDERS } from '../../platform/papers/pdf.ts';
import { isRestoring, restoreUnfinished } from '../../platform/restore-mark.ts';
import { lastBackup, wasNoted } from '../backup/last-backup.ts';
import { lastHeartbeat } from '../start/heartbeat.ts';
import { bad, good, type Look, mind } from './look.ts';

const DAY_MS = 86_400_000;
const GB = 1024 ** 3;

export function lookAtFolder(folder: string): Look {
  const what = '数据文件夹';
  if (!existsSync(folder))
    return bad(what, `没有 ${folder}`, '用 GONGKAI_DATA 指出启动时用的数据文件夹；还没有启动过的，先启动一次。');
  if (isRestoring(folder)) return bad(what, '有一次没有做完的恢复', restoreUnfinished(folder)!.says);
  if (!mayUse(undefined, folder, ['r', 'w', 'x']))
    return bad(what, `当前用户不能读写 ${folder}`, '请用启动系统的那个用户运行，或者由管理员用 chown -R 改变归属。');
  if (statSync(folder).mode & 0o022)
    return mind(what, `其他用户能改动 ${folder} 里的文件`, `执行 chmod go-w ${folder}。`);
  const files = join(folder, 'files');
  for (const place of [files, join(files, 'quarantine'), join(files, 'kept')]) {
    const isThere = existsSync(place);
    if (isThere && !mayUse(undefined, place, ['r', 'w', 'x']))
      return bad(
        what,
        `当前用户不能写 ${place}，附件存不进`,
        `由管理员执行 chmod u+rwx ${place}；归属不对的，用 chown -R 改。`,
      );
    if (!isThere && place !== join(files, 'kept'))
      return mind(what, `没有 ${place}，附件存不进`, '重新启动一次就会建立；里面原来有附件的，先从备份找回。');
  }
  if (statSync(files).mode & 0o007) return mind(what, `其他用户能进入 ${files}`, `执行 chmod -R o-rwx ${files}。`);
  return good(what, folder);
}

/** Looked at before it is read: reading closes it to others. Whether it is there, and the right one, is asked with the database. */
export function lookAtKeyFile(path: string): Look {
  const what = '密钥文件';
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return mind(what, `没有 ${path}`, '还没有启动过的，第一次启动时建立；丢了的，从备份找回，见“密钥”一项。');
  if (found.mode & 0o077)
    return mind(
      what,
      `其他用户能读 ${path}`,
      `执行 chmod 600 ${path}；可能已经被人拿走的，再更换密钥：gongkai keys rotate。`,
    );
  return good(what, '只有所有者能读写');
}

export function lookAtSpace(folder: string): Look {
  const what = '磁盘空间';
  const { bavail, blocks, bsize } = statfsSync(existsSync(folder) ? folder : '/');
  return judgeSpace(what, bavail * bsize, blocks * bsize);
}

export function judgeSpace(what: string, free: number, all: number): Look {
  const says = `还剩 ${(free / GB).toFixed(1)} GB（${Math.floor((free / all) * 100)}%）`;
  if (free < GB) return bad(what, says, '马上腾出空间：移走旧备份，清理别的程序的文件。写满以后不能受理申请。');
  return free < 5 * GB ? mind(what, says, '请腾出空间，或者换更大的磁盘。') : good(what, says);
}

export function lookAtFonts(): Look {
  const missing = FONT_FOLDERS.filter((folder) => !existsSync(folder));
  if (missing.length === 0) return good('字体', '随程序的宋体、黑体都在');
  return bad('字体', `缺少 ${missing.join('、')}，文书的 PDF 做不出来`, '在程序文件夹里重新执行 npm ci。');
}

export function lookAtBackup(dataFolder: string, now: Date): Look {
  const what = '最近的备份';
  const last = lastBackup(dataFolder);
  const advice = '执行 gongkai backup --to 另一块磁盘上的文件夹，并定时做（例子见 deploy/gongkai-backup.timer）。';
  if (!last && wasNoted(dataFolder))
    return mind(what, '备份记录读不出', '备份是用别的用户做的：用启动系统的那个用户再做一次。');
  if (!last) return bad(what, '还没有做过', advice);
  const days = Math.floor((now.getTime() - Date.parse(last.at)) / DAY_MS);
  const says = `${days === 0 ? '不到一天' : `${days} 天`}以前，${last.path}`;
  if (!existsSync(last.path))
    return mind(what, `${says}；这个文件现在不在了`, '移到别处保存的，确认它在；被删了的，马上再做一份。');
  if (days >= 7) return bad(what, says, `太久了。${advice}`);
  return days >= 2
    ? mind(what, says, '看看定时备份是不是停了（systemctl status gongkai-backup.timer）。')
    : good(what, says);
}

export function lookAtServer(dataFolder: string, now: Date): Look {
  const what = '定时任务';
  const beat = lastHeartbeat(dataFolder);
  const advice = '启动系统；已经启动的，看它的日志（journalctl -u gongkai）。';
  if (!beat || !isRunning(beat.pid)) return mind(what, '系统没有在运行，到期的事没有人办', advice);
  const minutes = Math.floor((now.getTime() - Date.parse(beat.at)) / 60_000);
  if (minutes >= 5) return bad(what, `${minutes} 分钟没有动静`, '重新启动系统，并把日志交给维护人员。');
  if (beat.failing.length === 0) return good(what, '都在按时办');
  return bad(
    what,
    `上一次没有办成：${beat.failing.join('、')}`,
    '看日志里 sweep failed 的那几行，按其中的原因处理；下一次会再办。',
  );
}
