/** 还剩几天, as the officer says it. The desk counts the workdays; here they get words. */
import type { Light } from '../../src/desk/contract.ts';

export interface Standing {
  readonly light: Light;
  readonly dueOn: string | null;
  /** Negative once the day has passed. */
  readonly workdaysLeft: number | null;
}

export function relativeDay({ light, dueOn, workdaysLeft }: Standing): string {
  if (light === 'done') return '已办结';
  if (dueOn === null || workdaysLeft === null) return light === 'paused' ? '暂停计时' : '未起算';
  if (light === 'overdue') return workdaysLeft < 0 ? `已超 ${-workdaysLeft} 个工作日` : '已过期限';
  return workdaysLeft <= 0 ? '今天到期' : `还剩 ${workdaysLeft} 个工作日`;
}
