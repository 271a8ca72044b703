/** 定时发布 [PUB-50, PUB-51]: only what could be published now, for a moment to come and within the period of the law; and 取消定时. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { inProseWithWeekday, latest } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import { refuseClosedColumn } from '../closed-column.ts';
import type { Schedule, Unschedule } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { PUBLISH_WITHIN_WORKDAYS, readiness, refuseUnfit } from '../readiness.ts';
import { refuseReviewedBefore } from '../review/after-withdrawal.ts';
import { refuseOwnClearing } from '../review/own-clearing.ts';
import { scheduledRelease } from '../review/schedule.ts';
import { refuseUnreviewed } from '../review/standing.ts';
import { editionSeen, marked } from './mark.ts';
import { refuseLeft } from './publish.ts';

const BASIS = art(26);

export function schedule(loaded: Loaded, command: Schedule, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, command.edition);
  if (isRefusal(edition)) return edition;
  if (document.draft === null) return refuse('STALE', '办理流程', '这一稿已经发布。请刷新后查看。');
  const issues = readiness(document, edition, scene, loaded.words);
  const notYet =
    refuseUnreviewed(loaded.chains, document.marks, edition) ??
    refuseReviewedBefore(document, edition) ??
    refuseClosedColumn(document, loaded.columns) ??
    refuseUnfit(issues) ??
    refuseOwnClearing(loaded, edition, scene) ??
    refuseLeft(loaded, edition, command.leaving);
  if (notYet) return notYet;
  const moment = new Date(`${command.on}T${command.time}:00+08:00`);
  if (moment <= scene.at) return refuse('PUB-51', BASIS, '定时发布的时间要晚于现在。现在就要公开的，请直接发布。');
  const last = addWorkdays(edition.particulars.writtenOn, PUBLISH_WITHIN_WORKDAYS, scene.calendar);
  // Late already, it goes out today or not by a clock.
  if (document.publishedOn === null && command.on > latest(last, scene.today)) {
    const says = `这条信息最迟要在 ${inProseWithWeekday(last)} 公开（形成之日起20个工作日内），不能定到这以后。`;
    return refuse('PUB-51', BASIS, says);
  }
  const mark = { type: 'scheduled', edition: edition.hash, from: moment.toISOString(), said: '' } as const;
  return marked(document, mark, scene, { verb: 'releaseScheduled', basis: BASIS });
}

export function unschedule(loaded: Loaded, command: Unschedule, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, command.edition);
  if (isRefusal(edition)) return edition;
  if (document.draft === null || scheduledRelease(document.marks, edition.hash) === null)
    return refuse('STALE', '办理流程', '这一稿没有定时发布，或者已经发布。请刷新后查看。');
  const mark = { type: 'unscheduled', edition: edition.hash, said: '' } as const;
  return marked(document, mark, scene, { verb: 'releaseUnscheduled', basis: BASIS });
}
