import { expect, it } from 'vitest';
import type { InboxRow } from '../contract.ts';
import { deadlineEvents } from './deadline-events.ts';

const row = (change: Partial<InboxRow>): InboxRow => ({
  key: 'requests/r1',
  path: '/requests/r1',
  what: '张小满家的拆迁补偿',
  forWhom: '张**',
  number: '示政公开申〔2026〕1号',
  light: 'red',
  dueOn: '2026-03-30',
  workdaysLeft: 2,
  state: '办理中',
  step: '拟写答复',
  actingFor: null,
  behind: '韩经办',
  ...change,
});
const told = (...rows: InboxRow[]) => deadlineEvents(rows, 'https://gk.example.gov.cn:8443');

it('REQ-103 names a file by its number and step, nobody and nothing that somebody wrote', () => {
  const rows = ['requests', 'tasks', 'publications'].map((room) => row({ key: `${room}/1` }));
  const events = told(...rows);
  expect(events.map(({ title }) => title)).toEqual([
    '拟写答复：示政公开申〔2026〕1号',
    '拟写答复：示政公开申〔2026〕1号',
    '拟写答复',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/张|拆迁|韩/);
  expect(events[0]).toMatchObject({ uid: 'requests/1@gk.example.gov.cn', on: '2026-03-30' });
});

it('REQ-103 what has no day or is done is no event', () =>
  expect(told(row({ dueOn: null }), row({ light: 'done' }))).toEqual([]));
