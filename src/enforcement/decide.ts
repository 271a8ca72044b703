/** 登记数量 [ENF-1]: a month that has not begun cannot have been counted. */
import type { Decision, Scene } from '../perform.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { RecordCounts } from './decision-count.ts';

export function decide(command: RecordCounts, scene: Scene): Decision<RecordCounts> | Refusal {
  if (command.counts.length === 0) return refuse('NOTHING_TO_RECORD', art(50), '没有可登记的数量，请先上传数量表。');
  const ahead = command.counts.find((count) => count.month > scene.today);
  if (ahead)
    return refuse('ENF-1', art(50), `${ahead.month.slice(0, 7)} 还没有开始，不能登记它的数量。请检查“月份”一列。`);
  return {
    next: command,
    entry: {
      verb: 'recordedCounts',
      subject: command.agencyId,
      agencyId: command.agencyId,
      basis: art(50),
      content: command.counts,
    },
  };
}
