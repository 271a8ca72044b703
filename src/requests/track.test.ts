import { expect, it } from 'vitest';
import { act, DRAFT, nthOfMonth, received, signed } from '../../test/support/request-play.ts';
import { civil } from '../statute/civil-date.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import type { RequestFile } from './info-request.ts';
import { trackedView } from './track.ts';

const seen = (file: RequestFile, today: string) => trackedView(file, civil(today), builtInCalendar);

it('REQ-43 the applicant sees the state, the ladder and the day, not who works on it', () => {
  const drafted = act(received('2026-03-02'), '2026-03-10', 'draftReply', DRAFT);
  const view = seen(drafted, '2026-03-11');
  expect(view).toMatchObject({ plain: '申请正在办理。', clock: { due: '2026-03-30' }, reply: null });
  expect(JSON.stringify(view)).not.toMatch(/handler|予以公开|digest/);
});

it('REQ-43 nobody reads whom the agency asked, nor what they answered', () => {
  const out = act(received('2026-03-02'), '2026-03-09', 'consultThirdParty', { name: '某建筑公司', about: '施工图' });
  const told = act(out, '2026-03-11', 'recordReceived', { paper: 2 });
  const why = '涉及商业秘密';
  const answered = act(told, '2026-03-20', 'recordThirdPartyAnswer', { consultation: 2, opinion: 'disagrees', why });
  for (const file of [out, told, answered]) {
    expect(JSON.stringify(seen(file, '2026-03-23'))).not.toMatch(/某建筑公司|商业秘密/);
  }
});

it('REQ-43 the reply is read once it has gone out, with the remedy and the day it runs from', () => {
  const ready = signed(received('2026-04-07'), '2026-05-08');
  expect(seen(ready, '2026-05-08').reply).toBeNull();
  const posted = act(ready, '2026-05-08', 'serve', {
    method: 'post',
    carrier: 'ems',
    tracking: '1234567890123',
    evidence: 'EMS 1234567890123',
  });
  expect(seen(posted, '2026-05-09').reply).toMatchObject({
    paper: 6,
    text: '予以公开。',
    repliedOn: '2026-05-08',
    receivedOn: null,
    remedy: expect.stringMatching(/^如不服本答复，可以自收到本答复书之日起六十日内向示范市人民政府申请行政复议/),
  });
  const confirmed = act(posted, '2026-05-11', 'recordReceived', { paper: 6, receiver: 'self' });
  expect(seen(confirmed, '2026-05-12').reply).toMatchObject({ receivedOn: '2026-05-11' });
});

it('REQ-43 what the applicant has to do is said with its last day', () => {
  const asked = act(received('2025-10-09'), '2025-10-17', 'askCorrection', { what: '写明路段', workdays: 10 });
  expect(seen(asked, '2025-10-20').correction).toEqual({ paper: 2, what: '写明路段', dueOn: null, overdue: false });
  const told = act(asked, '2025-10-17', 'recordReceived', { paper: 2 });
  expect(seen(told, '2025-10-20').correction).toEqual({
    paper: 2,
    what: '写明路段',
    dueOn: '2025-10-31',
    overdue: false,
  });
  const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', {
    tariff: 'pages',
    pages: 100,
    why: '百页',
  });
  expect(seen(noticed, '2025-09-23').fee).toMatchObject({ paper: 2, yuan: 700, dueOn: null });
});

it('FEE-17 of a joint notice he reads what it tells of and comes to, beside what this one owes', () => {
  const joint = {
    files: [11, 12].map((place) => ({
      ...{ number: place === 11 ? '示政公开申〔2026〕1号' : '另一件', receivedOn: civil('2025-09-08') },
      ...{ place, yuan: 100 },
    })),
    others: [],
  };
  const command = { tariff: 'items', why: '一月十余件', joint } as const;
  const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', command, { counted: nthOfMonth(11) });
  expect(seen(noticed, '2025-09-23').fee).toMatchObject({ yuan: 100, joint: { yuan: 200, files: joint.files } });
});

it('FEE-9 the applicant reads why, by which tariff, what was counted and the brackets of the sum', () => {
  const noticed = act(
    received('2025-09-08'),
    '2025-09-22',
    'noticeFee',
    { tariff: 'items', split: '甲\n乙', why: '一月三十余件' },
    { counted: nthOfMonth(30) },
  );
  expect(seen(noticed, '2025-09-23').fee).toMatchObject({
    yuan: 300,
    why: '一月三十余件',
    tariff: '按件计收，拆分为2件，本自然月第30—31件',
    count: [
      { term: '本自然月此前的申请', text: expect.stringContaining('示政公开申〔2025〕29号') },
      { term: '拆分清单', text: '1.甲；2.乙' },
    ],
    steps: [
      { says: '第 30 件：1 件 × 100 元 = 100 元' },
      { says: '第 31 件：1 件 × 200 元 = 200 元' },
      { says: '合计 300 元' },
    ],
  });
});
