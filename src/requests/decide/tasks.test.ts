import { describe, expect, it } from 'vitest';
import { act, HANDLER, HEAD, received, tryAct } from '../../../test/support/request-play.ts';
import { officerOf } from '../../../test/support/scene.ts';
import { SYSTEM } from '../../people/actor.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { dueOf } from '../deadlines.ts';
import { isLateTask, taskOf } from '../tasks/task.ts';

const LIAISON = officerOf('finance', 'liaison');
const day = (text: string) => civil(text);
const file = received('2026-04-07');
const ASK = { to: 'finance', what: '请检索拨付凭证', dueOn: day('2026-04-20') };
const sent = act(file, '2026-04-13', 'sendTask', ASK);
const TASK = { task: 2 };
const answered = act(sent, '2026-04-17', 'answerTask', { ...TASK, text: '见附件' }, { as: LIAISON });

describe('协办', () => {
  it('REQ-79 K22: asking for material stops no clock, however late it comes', () => {
    const late = act(sent, '2026-05-20', 'answerTask', { ...TASK, text: '找到了' }, { as: LIAISON });
    expect(dueOf(late, day('2026-05-20'), builtInCalendar)).toBe('2026-05-08');
    expect(isLateTask(taskOf(late.facts, 2)!, day('2026-05-21'))).toBe(true);
  });

  it.each([
    [{ ...ASK, to: 'county' }, 'REQ-79'],
    [{ ...ASK, to: 'nowhere' }, 'REQ-79'],
    [{ ...ASK, what: ' ' }, 'REQ-79'],
    [{ ...ASK, dueOn: day('2026-04-13') }, 'REQ-80'],
    [{ ...ASK, dueOn: '2026-02-30' as never }, 'REQ-80'],
  ])('REQ-80 %o is refused', (ask, code) =>
    expect(tryAct(file, '2026-04-13', 'sendTask', ask)).toMatchObject({ code }),
  );

  it('REQ-80 on the day of the reply and after it: that is told and not refused', () => {
    for (const dueOn of ['2026-05-08', '2026-05-09'])
      expect(tryAct(file, '2026-04-13', 'sendTask', { ...ASK, dueOn: day(dueOn) })).toHaveProperty('facts');
  });

  it('REQ-80 at most sixty workdays ahead, or to the day a delayed reply is due; when it is sent back, too', () => {
    const last = { ...ASK, dueOn: day('2026-07-09') };
    expect(tryAct(file, '2026-04-13', 'sendTask', last)).toHaveProperty('facts');
    for (const dueOn of ['2026-07-10', '2099-11-05'])
      expect(tryAct(file, '2026-04-13', 'sendTask', { ...ASK, dueOn: day(dueOn) })).toMatchObject({
        code: 'REQ-80',
        says: expect.stringContaining('2026年7月9日'),
      });
    const back = { ...TASK, why: '缺第二页', dueOn: day('2099-04-24') };
    expect(tryAct(answered, '2026-04-18', 'returnTask', back)).toMatchObject({ code: 'REQ-80' });
    const askedWhy = act(file, '2026-04-10', 'askReasons', { why: '一个月内提出三十件' });
    const delayed = act(askedWhy, '2026-04-13', 'delay', { to: day('2026-07-31'), why: '清点档案' }, { as: HEAD });
    expect(tryAct(delayed, '2026-04-13', 'sendTask', { ...ASK, dueOn: day('2026-07-31') })).toHaveProperty('facts');
    expect(tryAct(delayed, '2026-04-13', 'sendTask', { ...ASK, dueOn: day('2026-08-03') })).toMatchObject({
      code: 'REQ-80',
    });
  });

  it('REQ-79 the same of the same agency is asked once, until that task has ended', () => {
    expect(tryAct(sent, '2026-04-14', 'sendTask', { ...ASK, what: ` ${ASK.what}` })).toMatchObject({
      code: 'REQ-79',
      says: expect.stringContaining('已经请'),
    });
    expect(tryAct(sent, '2026-04-14', 'sendTask', { ...ASK, what: '请检索合同' })).toHaveProperty('facts');
    const withdrawn = act(sent, '2026-04-14', 'withdrawTask', { ...TASK, why: '写错了' });
    expect(tryAct(withdrawn, '2026-04-14', 'sendTask', ASK)).toHaveProperty('facts');
  });

  it('REQ-81 only the liaison of the asked agency answers, only who asked accepts', () => {
    const answer = { ...TASK, text: '见附件' };
    for (const as of [HANDLER, HEAD, officerOf('county', 'liaison'), officerOf('other', 'liaison')])
      expect(tryAct(sent, '2026-04-17', 'answerTask', answer, { as })).toMatchObject({ code: 'NOT_YOUR_ROLE' });
    expect(tryAct(answered, '2026-04-17', 'acceptTask', TASK, { as: LIAISON })).toMatchObject({
      code: 'NOT_YOUR_ROLE',
    });
    expect(taskOf(act(answered, '2026-04-17', 'acceptTask', TASK).facts, 2)).toMatchObject({ state: 'accepted' });
  });

  it('REQ-81 received, answered, returned with a new day, answered again, accepted; never out of turn', () => {
    const got = act(sent, '2026-04-14', 'receiveTask', TASK, { as: LIAISON });
    expect(tryAct(got, '2026-04-14', 'receiveTask', TASK, { as: LIAISON })).toMatchObject({ code: 'REQ-81' });
    expect(tryAct(got, '2026-04-14', 'acceptTask', TASK)).toMatchObject({ code: 'REQ-81' });
    expect(tryAct(got, '2026-04-14', 'answerTask', { ...TASK, text: ' ' }, { as: LIAISON })).toMatchObject({
      code: 'REQ-81',
    });
    const back = { ...TASK, why: '缺第二页', dueOn: day('2026-04-24') };
    expect(tryAct(answered, '2026-04-18', 'returnTask', { ...back, why: '' })).toMatchObject({ code: 'REQ-81' });
    expect(tryAct(answered, '2026-04-16', 'returnTask', back)).toMatchObject({ code: 'REQ-81' });
    const returned = act(answered, '2026-04-18', 'returnTask', back);
    expect(taskOf(returned.facts, 2)).toMatchObject({
      state: 'returned',
      dueOn: '2026-04-24',
      returnedWhy: '缺第二页',
    });
    const again = act(returned, '2026-04-20', 'answerTask', { ...TASK, text: '补齐' }, { as: LIAISON });
    expect(taskOf(act(again, '2026-04-20', 'acceptTask', TASK).facts, 2)).toMatchObject({ answer: '补齐' });
    expect(tryAct(again, '2026-04-20', 'withdrawTask', { ...TASK, why: '' })).toMatchObject({ code: 'REQ-81' });
    expect(tryAct(again, '2026-04-20', 'acceptTask', { task: 1 })).toMatchObject({ code: 'REQ-81' });
  });

  it('REQ-82 reminded by hand once a day, by the product once before the day and once after it', () => {
    const byHand = act(sent, '2026-04-16', 'remindTask', TASK);
    expect(tryAct(byHand, '2026-04-16', 'remindTask', TASK)).toMatchObject({ code: 'REQ-82' });
    const soon = act(byHand, '2026-04-17', 'remindTask', { ...TASK, stage: 'soon' }, { as: SYSTEM });
    expect(tryAct(soon, '2026-04-18', 'remindTask', { ...TASK, stage: 'soon' }, { as: SYSTEM })).toMatchObject({
      code: 'REQ-82',
    });
    const late = act(soon, '2026-04-21', 'remindTask', { ...TASK, stage: 'late' }, { as: SYSTEM });
    expect(taskOf(late.facts, 2)).toMatchObject({ reminders: 3 });
    expect(tryAct(answered, '2026-04-18', 'remindTask', TASK)).toMatchObject({ code: 'REQ-81' });
  });

  it('REQ-96 answered on paper in time and written down after the product had reminded: in time it stays', () => {
    const late = act(sent, '2026-04-21', 'remindTask', { ...TASK, stage: 'late' }, { as: SYSTEM });
    const file = act(
      late,
      '2026-04-20',
      'answerTask',
      { ...TASK, text: '见附件' },
      { as: LIAISON, today: '2026-04-22' },
    );
    expect(isLateTask(taskOf(file.facts, 2)!, civil('2026-04-22'))).toBe(false);
    expect(tryAct(late, '2026-04-12', 'answerTask', { ...TASK, text: '早' }, { as: LIAISON })).toMatchObject({
      code: 'REQ-81',
    });
  });

  it('REQ-81 a file with a task that nobody has ended is not filed', () => {
    const withdrawn = act(sent, '2026-04-14', 'withdraw', { outcome: 'withdrawn', why: '书面撤回' });
    expect(tryAct(withdrawn, '2026-04-14', 'archive', {})).toMatchObject({ code: 'REQ-81' });
    const ended = act(withdrawn, '2026-04-14', 'withdrawTask', { ...TASK, why: '申请已经撤回' });
    expect(tryAct(ended, '2026-04-14', 'archive', {})).toHaveProperty('facts');
  });
});
