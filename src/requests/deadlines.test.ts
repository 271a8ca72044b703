import { describe, expect, it } from 'vitest';
import {
  act,
  HANDLER,
  HEAD,
  passed,
  received,
  SIGNATORY,
  tryAct,
  tryRegister,
} from '../../test/support/request-play.ts';
import { civil } from '../statute/civil-date.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { clockOf, historyOf, sideClockOf } from './deadlines.ts';
import type { RequestFile } from './info-request.ts';

const TODAY = civil('2026-12-31');

describe('the history of a file', () => {
  it('REQ-44 tells every fact that moves the clock in the words of the statute', () => {
    let file = received('2026-03-02');
    file = act(file, '2026-03-04', 'consultThirdParty', { name: '甲公司', about: '施工图' });
    file = act(file, '2026-03-05', 'recordReceived', { paper: 2 });
    file = act(file, '2026-03-06', 'recordThirdPartyAnswer', { consultation: 2, opinion: 'agrees', why: '' });
    file = act(file, '2026-03-09', 'consultAgency', { name: '某局', about: '施工图' });
    file = act(file, '2026-03-10', 'withdrawConsultation', { consultation: 5, why: '来电称没有意见' });
    file = act(file, '2026-03-11', 'noticeFee', { tariff: 'pages', pages: 31, why: '每月百件' });
    file = act(file, '2026-03-12', 'withdrawFeeNotice', { why: '页数有误' });
    const extension = { consentedOn: civil('2026-03-12'), workdays: 5, why: '页数多' };
    file = act(file, '2026-03-13', 'extend', extension, { as: HEAD });
    file = act(file, '2026-03-16', 'draftReply', {
      outcome: 'granted',
      grounds: { provision: '一份' },
      text: '公开。',
    });
    file = act(passed(file, '2026-03-16'), '2026-03-16', 'sign', {}, { as: SIGNATORY });
    file = act(file, '2026-03-17', 'returnDraft', { why: '错字' }, { as: SIGNATORY });
    file = act(file, '2026-03-17', 'draftReply', {
      outcome: 'granted',
      grounds: { provision: '一份' },
      text: '公开。',
    });
    file = act(passed(file, '2026-03-18'), '2026-03-18', 'sign', {}, { as: SIGNATORY });
    file = act(file, '2026-03-19', 'serve', {
      method: 'post',
      carrier: 'ems',
      tracking: '1234567890123',
      evidence: 'EMS 1',
    });
    file = act(file, '2026-03-23', 'recordReceived', { paper: 19, receiver: 'household' });
    expect(historyOf(file, TODAY)).toEqual({
      receipt: { channel: 'counter', submitted: '2026-03-02', confirmed: '2026-03-02' },
      today: TODAY,
      events: [
        { type: 'third-party-asked', on: '2026-03-04', who: '甲公司', receivedOn: '2026-03-05' },
        { type: 'third-party-answered', on: '2026-03-06', who: '甲公司' },
        { type: 'agency-asked', on: '2026-03-09', who: '某局' },
        { type: 'consultation-withdrawn', on: '2026-03-10', who: '某局' },
        { type: 'fee-noticed', on: '2026-03-11' },
        { type: 'fee-withdrawn', on: '2026-03-12' },
        { type: 'extended', on: '2026-03-13', workdays: 5, approved: '2026-03-12' },
        { type: 'replied', on: '2026-03-18' },
        { type: 'served', on: '2026-03-19', method: 'post', receivedOn: '2026-03-23' },
      ],
    });
  });

  it('REQ-44 before an application is received there is none', () => {
    const submitted = tryRegister({ channel: 'fax' }) as RequestFile;
    expect(clockOf(submitted, TODAY, builtInCalendar)).toMatchObject({ due: null, light: 'paused' });
    const withdrawn = act(submitted, '2026-03-03', 'withdraw', { outcome: 'withdrawn', why: '来电' });
    expect(historyOf(withdrawn, TODAY).events).toEqual([]);
  });

  it('REQ-44 what the clock cannot read is refused before it is written', () => {
    const out = act(received('2026-03-02'), '2026-03-04', 'consultThirdParty', { name: '甲公司', about: '施工图' });
    const told = act(out, '2026-03-11', 'recordReceived', { paper: 2 });
    const answer = { consultation: 2, opinion: 'agrees', why: '' } as const;
    expect(tryAct(told, '2026-03-09', 'recordThirdPartyAnswer', answer, { today: '2026-03-12' })).toMatchObject({
      code: 'CLK-16',
    });
    expect(tryRegister({ on: civil('2019-05-10') }, { as: HANDLER, today: '2026-03-12' })).toMatchObject({
      code: 'CLK-17',
    });
  });

  it('REQ-44 acts recorded later than they happened are read on their day', () => {
    const late = act(received('2026-03-02'), '2026-03-16', 'consultAgency', { name: '某局', about: '施工图' });
    const asked = tryAct(late, '2026-03-10', 'askCorrection', { what: '年份', workdays: 10 }, { today: '2026-03-17' });
    expect(asked).toMatchObject({ request: { state: 'correctionPending' } });
  });

  it('REQ-44 a reply in time stays in time: K40, posted on the last day', () => {
    let file = act(received('2026-04-07'), '2026-05-08', 'draftReply', {
      outcome: 'granted',
      grounds: { provision: '一份' },
      text: '公开。',
    });
    file = act(passed(file, '2026-05-08'), '2026-05-08', 'sign', {}, { as: SIGNATORY });
    const posted = act(file, '2026-05-08', 'serve', {
      method: 'post',
      carrier: 'ems',
      tracking: '1234567890123',
      evidence: 'EMS 1',
    });
    const handed = act(file, '2026-05-11', 'serve', { method: 'direct', receiver: 'self', evidence: '回证' });
    expect(clockOf(posted, TODAY, builtInCalendar)).toMatchObject({ late: false, light: 'done' });
    expect(clockOf(handed, TODAY, builtInCalendar)).toMatchObject({ late: true });
    expect(sideClockOf(handed, 'reconsideration', TODAY, builtInCalendar)?.due).toBe('2026-07-10');
  });
});
