import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { civil } from './civil-date.ts';
import { DEFAULT_SETTINGS, isSettingValue } from './settings.ts';
import { addNotice, addSettingChange, type EnteredNotice, loadCalendar, saveWithdrawal, settingsOf } from './store.ts';
import { builtInCalendar } from './work-calendar.ts';

const { db } = await testDatabase();
const AT = new Date('2026-11-10T02:00:00Z');

const notice = (change: Partial<EnteredNotice>): EnteredNotice => ({
  id: 'n1',
  title: '关于2027年部分节假日安排的通知',
  number: '国办发明电〔2026〕9号',
  link: '',
  publishes: 2027,
  daysOff: [{ name: '春节', from: civil('2027-02-05'), to: civil('2027-02-11') }],
  makeUpDays: [civil('2027-02-20')],
  enteredAt: AT,
  enteredBy: 'officer',
  withdrawn: null,
  ...change,
});

describe('本机的工作日历', () => {
  it('CAL-10 is the product’s own until something is entered, and only reads anew when it is told', async () => {
    const { calendar, reread } = await loadCalendar(db);
    expect(calendar().version).toBe(builtInCalendar.version);
    expect(calendar().provisional(civil('2027-03-01'))).toBe(true);
    await db.transaction().execute((tx) => addNotice(tx, notice({})));
    expect(calendar().provisional(civil('2027-03-01'))).toBe(true);
    await reread();
    expect(calendar().provisional(civil('2027-03-01'))).toBe(false);
    expect(calendar().holidayName(civil('2027-02-11'))).toBe('春节');
    expect(calendar().isWorkday(civil('2027-02-20'))).toBe(true);
    expect(calendar().version).not.toBe(builtInCalendar.version);
  });

  it('CAL-2 the later notice decides a day, and its withdrawal gives it back', async () => {
    const regional = notice({
      id: 'n2',
      title: '自治州成立纪念日放假的规定',
      publishes: null,
      daysOff: [{ name: '州庆', from: civil('2027-02-20'), to: civil('2027-02-20') }],
      makeUpDays: [],
    });
    await db.transaction().execute((tx) => addNotice(tx, regional));
    const { calendar, reread } = await loadCalendar(db);
    expect(calendar().holidayName(civil('2027-02-20'))).toBe('州庆');
    const withdrawn = { at: AT, by: 'officer', why: '录错年份' };
    await db.transaction().execute((tx) => saveWithdrawal(tx, { ...regional, withdrawn }));
    await reread();
    expect(calendar().isMakeUpDay(civil('2027-02-20'))).toBe(true);
  });

  it('CAL-10 a setting is the last answer that was given, and the calendar carries it', async () => {
    const change = (value: string | number, name: 'extensions' | 'correctionWorkdays') =>
      db.transaction().execute((tx) => addSettingChange(tx, { name, value, why: '上级答复', at: AT, by: 'officer' }));
    await change('several', 'extensions');
    await change(15, 'correctionWorkdays');
    await change(20, 'correctionWorkdays');
    expect(await settingsOf(db)).toEqual({ ...DEFAULT_SETTINGS, extensions: 'several', correctionWorkdays: 20 });
    expect((await loadCalendar(db)).calendar().settings.correctionWorkdays).toBe(20);
    await change('for ever', 'extensions');
    expect((await settingsOf(db)).extensions).toBe('several');
  });
});

it.each([
  ['feeClockMode', 'resume', true],
  ['feeClockMode', 'toString', false],
  ['feeClockMode', 1, false],
  ['correctionWorkdays', 1, true],
  ['correctionWorkdays', 0, false],
  ['correctionWorkdays', 61, false],
  ['correctionWorkdays', 1.5, false],
  ['correctionWorkdays', '10', false],
  ['nothing', 'x', false],
  ['constructor', 'x', false],
])('CAL-10 %s = %s is an answer: %s', (name, value, answers) => {
  expect(isSettingValue(name, value)).toBe(answers);
});
