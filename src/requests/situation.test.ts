import { expect, it } from 'vitest';
import { act, lastNumber, received, signed, tryRegister } from '../../test/support/request-play.ts';
import { civil } from '../statute/civil-date.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { clockOf } from './deadlines.ts';
import type { RequestFile } from './info-request.ts';
import { situationOf } from './situation.ts';

const told = (file: RequestFile, today: string) =>
  situationOf(file, clockOf(file, civil(today), builtInCalendar), civil(today), builtInCalendar);
const open = received('2026-03-02');

it.each([
  ['2026-03-27', '正在办理。答复期限到 2026年3月30日 周一 为止，还有 1 个工作日。'],
  ['2026-03-30', '正在办理。今天（2026年3月30日 周一）是答复期限的最后一日。'],
  ['2026-04-01', '正在办理。答复期限已于 2026年3月30日 周一 届满，已经超过 2 个工作日。请立即答复，并向申请人说明。'],
])('REQ-54 on %s: %s', (today, says) => expect(told(open, today)).toBe(says));

it('REQ-54 where no day runs none is told', () => {
  const letter = tryRegister({ channel: 'fax', on: civil('2026-03-02') }) as RequestFile;
  expect(told(letter, '2026-03-03')).toBe('2026年3月2日到达，还没有和申请人确认，答复期限没有起算。');
  const asked = act(open, '2026-03-03', 'askCorrection', { what: '写明年份', workdays: 10 });
  expect(told(asked, '2026-03-20')).toBe('已经告知补正，等申请人补正；收到补正以前不计期限。');
});

it('REQ-54 names whose opinion is awaited, and says when waiting is over', () => {
  const asked = act(open, '2026-03-03', 'consultThirdParty', { name: '河东公司', about: '合同' });
  const got = act(asked, '2026-03-04', 'recordReceived', { paper: lastNumber(asked) });
  expect(told(got, '2026-03-10')).toMatch(/^正在等“河东公司”的意见。/);
  expect(told(got, '2026-03-26')).toMatch(/^征求意见的期限已满，可以作出决定。/);
});

it('REQ-54 a closed file tells its outcome and whether it was in time', () => {
  const serve = (on: string) =>
    act(
      signed(open, '2026-03-10'),
      on,
      'serve',
      { method: 'direct', receiver: 'self', evidence: '送达回证' },
      { today: on },
    );
  expect(told(serve('2026-03-11'), '2026-05-01')).toBe('2026年3月11日办结：予以公开，在答复期限以内。');
  expect(told(serve('2026-04-02'), '2026-05-01')).toBe('2026年4月2日办结：予以公开，超过了答复期限。');
});
