import { describe, expect, it } from 'vitest';
import { blankNotice, isBegun, lackingInBreaks, noticeToSend, type WrittenDay, withRow, wrongInRow } from './notice.ts';

const row = (key: number, name: string, from: string, to = '') => ({ key, name, from, to });

describe('CAL-3 a notice as it is typed in', () => {
  it('sends rows that say something, and one day as one day', () => {
    const written = {
      ...blankNotice(2027),
      title: '放假安排',
      daysOff: [row(0, '元旦', '2027-01-01'), row(1, '', ''), row(2, ' 春节 ', '2027-02-05', '2027-02-11')],
      makeUpDays: [
        { key: 0, on: '' },
        { key: 1, on: '2027-02-20' },
      ],
    };
    expect(noticeToSend(written)).toEqual({
      title: '放假安排',
      number: '',
      link: '',
      publishes: 2027,
      daysOff: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
        { name: '春节', from: '2027-02-05', to: '2027-02-11' },
      ],
      makeUpDays: ['2027-02-20'],
    });
    expect(noticeToSend(blankNotice(null))).toMatchObject({ publishes: null, daysOff: [] });
  });

  it('asks for the name or the day a row lacks, and passes over empty ones', () => {
    const lacks = lackingInBreaks([
      row(3, '元旦', ''),
      row(4, '', '2027-01-01'),
      row(5, '', ''),
      row(6, '元旦', '2027-01-01'),
    ]);
    expect([...lacks.keys()]).toEqual([3, 4]);
    expect(lacks.get(3)).toEqual({ from: '请选择放假的首日。' });
    expect(lacks.get(4)).toEqual({ name: '请写明因什么放假。' });
  });

  it('gives a new row a key of its own', () => {
    const rows = [row(0, '', ''), row(4, '', '')];
    expect(withRow(rows, { name: '', from: '', to: '' }).map(({ key }) => key)).toEqual([0, 4, 5]);
    expect(withRow<WrittenDay>([], { on: '' })).toEqual([{ key: 0, on: '' }]);
  });

  it('puts what the desk found beside the row it was sent from', () => {
    const rows = [row(7, '', ''), row(8, '元旦', '2027-01-01'), row(9, '春节', '2027-02-11', '2027-02-05')];
    const issue = {
      code: 'CAL-3',
      severity: 'error',
      where: '/daysOff/1',
      says: '末日早于首日。',
      basis: '',
      advice: '',
    } as const;
    const found = rows.map((one) => wrongInRow([issue], 'daysOff', rows, one, isBegun)?.says ?? null);
    expect(found).toEqual([null, null, '末日早于首日。']);
    const deeper = { ...issue, where: '/daysOff/0/from' };
    expect(wrongInRow([deeper], 'daysOff', rows, rows[1]!, isBegun)).toBe(deeper);
  });
});
