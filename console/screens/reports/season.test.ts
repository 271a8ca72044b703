import { describe, expect, it } from 'vitest';
import type { HandUpLine, ReportVersion } from '../../../src/desk/contract.ts';
import { seasonsOf } from './season.ts';

const line = (agency: string, change: Partial<ReportVersion> = {}): ReportVersion => ({
  agencyId: agency,
  agency,
  year: 2025,
  state: null,
  stateTerm: '',
  version: null,
  dueOn: '2026-01-31',
  remindOn: '2026-01-30',
  late: false,
  handUp: null,
  ...change,
});

const handUp = (state: HandUpLine['state']): HandUpLine => ({
  state,
  stateTerm: '',
  version: 1,
  late: false,
  differing: 0,
});

describe('报送情况', () => {
  it('CAL-8 counts every agency once, and names who is late and who is still to come', () => {
    const lines = [
      line('甲局', { state: 'published', version: 1, handUp: { ...handUp('accepted'), differing: 2 } }),
      line('乙局', { state: 'draft', version: 2, handUp: handUp('waiting') }),
      line('丙局', { state: 'frozen', version: 1 }),
      line('丁局', { state: 'draft', version: 1, late: true }),
      line('戊局', { late: true, handUp: { ...handUp(null), late: true } }),
      line('甲局', { year: 2026 }),
      line('乙局', { year: 2026 }),
    ];
    expect(seasonsOf(lines)).toEqual([
      {
        year: 2025,
        agencies: 5,
        published: 2,
        frozen: 1,
        draft: 1,
        notBegun: 1,
        late: ['丁局', '戊局'],
        missing: ['丙局'],
        handUp: { agencies: 3, accepted: 1, waiting: 1, late: ['戊局'], differing: ['甲局'] },
      },
    ]);
  });

  it('names the late even where nobody has begun', () => {
    const lines = [line('甲局', { late: true }), line('乙局', { late: true })];
    expect(seasonsOf(lines)).toMatchObject([{ notBegun: 2, late: ['甲局', '乙局'] }]);
  });

  it('says nothing of an agency alone', () => {
    expect(seasonsOf([line('甲局', { state: 'draft', version: 1 })])).toEqual([]);
  });
});
