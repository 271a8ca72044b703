/** 算例 K01–K43: histories worked out by hand, each in the shape the command reads. */
import { describe, expect, it } from 'vitest';
import { answer, event as ev, type Fields, reckon } from '../../../test/support/reply-history.ts';

type Case = [name: string, rule: string, due: string | null, receipt: Fields | string, ...events: Fields[]];

const asked7 = ev('correction-asked', '2025-10-17', { receivedOn: '2025-10-17' });
const third = (on: string, receivedOn?: string) => ev('third-party-asked', on, receivedOn ? { receivedOn } : {});
const k13 = [third('2026-03-09', '2026-03-11'), ev('third-party-answered', '2026-03-20')];
const fee = [ev('fee-noticed', '2025-09-22', { receivedOn: '2025-09-26' }), ev('fee-paid', '2025-10-13')];
const longer = (on: string, workdays: number, approved = on) => ev('extended', on, { workdays, approved });

const CASES: Case[] = [
  ['K01', 'CLK-1', '2022-11-02', { channel: 'registered-post', submitted: '2022-09-28', signedFor: '2022-09-30' }],
  ['K02', 'CLK-1', '2026-04-03', '2026-03-07'],
  ['K02 Friday', 'CLK-1', '2026-04-03', '2026-03-06'],
  ['K03', 'CLK-1', '2025-11-04', { channel: 'registered-post', submitted: '2025-09-30', signedFor: '2025-10-03' }],
  ['K04', 'RCV-1', '2026-02-04', { channel: 'ordinary-post', submitted: '2026-01-05', confirmed: '2026-01-07' }],
  ['K05', 'RCV-2', '2026-03-19', { channel: 'web', submitted: '2026-02-13' }],
  ['K06', 'RCV-2', '2026-03-23', { channel: 'web', submitted: '2026-02-13', confirmed: '2026-02-24' }],
  ['K07', 'CLK-1', '2020-02-25', '2020-01-20'],
  ['K08', 'CLK-7', '2025-11-25', '2025-10-09', asked7, ev('correction-received', '2025-10-28')],
  [
    'K09',
    'CLK-7',
    '2025-11-05',
    '2025-10-09',
    ev('correction-asked', '2025-10-20'),
    ev('correction-received', '2025-10-28'),
  ],
  [
    'K10',
    'CLK-8',
    '2025-11-20',
    '2025-10-09',
    asked7,
    ev('correction-received', '2025-10-23'),
    ev('correction-received', '2025-10-28'),
  ],
  ['K12', 'CLK-9', '2025-12-04', '2025-10-09', asked7, ev('correction-received', '2025-11-06')],
  ['K13', 'CLK-3', '2026-04-13', '2026-03-02', ...k13],
  ['K14', 'CLK-4', '2026-04-23', '2026-03-02', third('2026-03-09', '2026-03-11')],
  [
    'K15',
    'CLK-4',
    '2026-04-23',
    '2026-03-02',
    third('2026-03-09', '2026-03-11'),
    ev('third-party-answered', '2026-04-10'),
  ],
  [
    'K16',
    'CLK-3',
    '2026-03-30',
    '2026-03-02',
    third('2026-03-09', '2026-03-09'),
    ev('third-party-answered', '2026-03-09'),
  ],
  [
    'K17',
    'CLK-3',
    '2026-04-20',
    '2026-03-02',
    ...k13,
    ev('agency-asked', '2026-03-16'),
    ev('agency-answered', '2026-03-27'),
  ],
  [
    'K18',
    'CLK-3',
    '2026-04-20',
    '2026-03-02',
    ...k13,
    ev('agency-asked', '2026-03-20'),
    ev('agency-answered', '2026-03-27'),
  ],
  [
    'K19',
    'CLK-3',
    '2026-06-04',
    '2026-04-07',
    ev('third-party-asked', '2026-04-13', { who: '甲', receivedOn: '2026-04-14' }),
    ev('third-party-asked', '2026-04-13', { who: '乙', receivedOn: '2026-04-20' }),
    ev('third-party-answered', '2026-04-20', { who: '甲' }),
  ],
  [
    'K19 without names',
    'CLK-3',
    '2026-06-04',
    '2026-04-07',
    third('2026-04-13', '2026-04-14'),
    third('2026-04-13', '2026-04-20'),
    ev('third-party-answered', '2026-04-20'),
  ],
  ['K20', 'CLK-4', '2026-05-29', '2026-04-07', ev('co-producer-asked', '2026-04-13', { receivedOn: '2026-04-14' })],
  [
    'K21',
    'CLK-4',
    '2026-06-11',
    '2026-04-07',
    ev('agency-asked', '2026-04-13', { receivedOn: '2026-04-14' }),
    ev('agency-answered', '2026-05-20'),
  ],
  ['K22', 'CLK-12', '2026-05-08', '2026-04-07'],
  ['K23', 'CLK-14', '2026-03-30', '2026-03-02', third('2026-03-30', '2026-03-31')],
  ['K23 a day before', 'CLK-14', '2026-04-22', '2026-03-02', third('2026-03-27', '2026-03-30')],
  ['K24', 'CLK-4', null, '2026-03-02', third('2026-03-09')],
  ['K25', 'CLK-6', '2026-07-28', '2026-06-01', longer('2026-06-25', 20)],
  ['K26', 'CLK-6', '2026-07-21', '2026-06-01', longer('2026-06-30', 15)],
  ['K27', 'CLK-6', '2026-06-30', '2026-06-01', longer('2026-07-01', 20, '2026-06-29')],
  [
    'K28',
    'CLK-6',
    '2026-08-03',
    '2026-06-01',
    third('2026-06-08', '2026-06-09'),
    longer('2026-06-15', 10),
    ev('third-party-answered', '2026-06-29'),
  ],
  [
    'K28 not extended',
    'CLK-3',
    '2026-07-20',
    '2026-06-01',
    third('2026-06-08', '2026-06-09'),
    ev('third-party-answered', '2026-06-29'),
  ],
  [
    'K29',
    'CLK-6',
    '2026-08-06',
    '2026-06-01',
    longer('2026-06-25', 20),
    third('2026-07-06', '2026-07-07'),
    ev('third-party-answered', '2026-07-15'),
  ],
  [
    'K30',
    'CLK-5',
    '2026-06-17',
    '2026-05-06',
    longer('2026-05-08', 20),
    ev('correction-asked', '2026-05-12'),
    ev('correction-received', '2026-05-20'),
  ],
  [
    'K31',
    'CLK-5',
    '2026-06-22',
    '2026-05-06',
    third('2026-05-08', '2026-05-09'),
    ev('correction-asked', '2026-05-11'),
    ev('correction-received', '2026-05-15'),
    ev('third-party-answered', '2026-05-22'),
  ],
  ['K32', 'CLK-10', '2025-11-10', '2025-09-08', ...fee],
  [
    'K33',
    'CLK-10',
    '2025-12-01',
    '2025-09-08',
    longer('2025-09-25', 20),
    ev('fee-noticed', '2025-10-20'),
    ev('fee-paid', '2025-11-03'),
  ],
  [
    'K34',
    'CLK-5',
    '2025-11-12',
    '2025-09-08',
    third('2025-09-18', '2025-09-19'),
    ev('fee-noticed', '2025-09-22', { receivedOn: '2025-09-23' }),
    ev('fee-paid', '2025-10-10'),
    ev('third-party-answered', '2025-10-15'),
  ],
  ['K35', 'CLK-10', '2025-11-24', '2025-09-08', ...fee, longer('2025-11-05', 10)],
  [
    'K36',
    'CLK-10',
    '2025-10-11',
    '2025-09-08',
    ev('fee-noticed', '2025-09-22', { receivedOn: '2025-09-26' }),
    ev('fee-withdrawn', '2025-10-10'),
  ],
  ['K37', 'CLK-10', null, '2025-09-08', fee[0]!],
  ['K38', 'CLK-1', '2026-01-20', '2025-12-22'],
  ['K39', 'CLK-15', '2027-01-06', '2026-12-08'],
  ['K42', 'CLK-11', '2026-05-29', '2026-03-02', ev('delayed', '2026-03-25', { until: '2026-05-29' })],
  [
    'K42 and an extension',
    'CLK-11',
    '2026-05-29',
    '2026-03-02',
    ev('delayed', '2026-03-25', { until: '2026-05-29' }),
    longer('2026-05-20', 10),
  ],
];

describe('the due day', () => {
  it.each(CASES)('%s %s → %s', (_name, _rule, due, receipt, ...events) => {
    expect(reckon({ receipt, events }).due).toBe(due);
    expect(reckon({ receipt, events: events.toReversed() }).due).toBe(due);
  });
});

describe('what else the worked histories say', () => {
  const sideDue = (told: Parameters<typeof reckon>[0], clock: string) =>
    reckon(told).sideClocks.find((side) => side.clock === clock)?.due;

  it('K04, K06 RCV-3 the conservative line counts from arrival, and slow confirmation asks for a reason', () => {
    const letter = {
      channel: 'ordinary-post',
      submitted: '2026-01-03',
      signedFor: '2026-01-05',
      confirmed: '2026-01-07',
    };
    expect(sideDue({ receipt: letter }, 'conservative-arrival')).toBe('2026-02-02');
    const web = { channel: 'web', submitted: '2026-02-13', confirmed: '2026-02-24' };
    expect(sideDue({ receipt: web }, 'conservative-arrival')).toBe('2026-03-19');
    expect(reckon({ receipt: web }).issues).toMatchObject([{ code: 'RCV-3', where: '/receipt/confirmed' }]);
    expect(reckon({ receipt: { ...web, confirmed: '2026-02-14' } }).issues).toEqual([]);
  });

  it('K08 CLK-7 a notice on the seventh workday is in time, and says so', () => {
    const { steps, sideClocks } = reckon({ receipt: '2025-10-09', events: [asked7] });
    expect(sideClocks).toMatchObject([
      { clock: 'correction-notice', due: '2025-10-17' },
      { clock: 'correction-period', due: '2025-10-31', abandonableFrom: '2025-11-01', open: true },
    ]);
    expect(steps.at(-1)?.says).toContain('待补正');
  });

  it('K09 CLK-7 a notice on the eighth is told to be without effect', () => {
    const told = { receipt: '2025-10-09', events: [ev('correction-asked', '2025-10-20')] };
    expect(reckon(told).issues).toMatchObject([{ code: 'CLK-7', severity: 'warning', where: '/events/0' }]);
  });

  it('K11 CLK-16 a second notice of correction is refused', () => {
    const events = [asked7, ev('correction-received', '2025-10-28'), ev('correction-asked', '2025-10-31')];
    expect(answer({ receipt: '2025-10-09', events })).toMatchObject({ refused: true, code: 'CLK-16' });
  });

  it('K12 CLK-9 a correction after its period is taken, and asks for the reason', () => {
    const events = [asked7, ev('correction-received', '2025-11-06')];
    expect(reckon({ receipt: '2025-10-09', events }).issues).toMatchObject([{ code: 'CLK-9', severity: 'hint' }]);
    const closed = [asked7, ev('abandoned', '2025-11-03'), ev('correction-received', '2025-11-06')];
    expect(answer({ receipt: '2025-10-09', events: closed })).toMatchObject({ refused: true, code: 'CLK-16' });
  });

  it('K17 CLK-3 days in two stops are taken out once', () => {
    const events = [...k13, ev('agency-asked', '2026-03-16'), ev('agency-answered', '2026-03-27')];
    const says = reckon({ receipt: '2026-03-02', events }).steps.map((step) => step.says);
    expect(says.filter((line) => line.includes('共 9 个工作日'))).toHaveLength(2);
    expect(says.at(-1)).toContain('剔除停表 14 个工作日');
  });

  it('K19 CLK-20 each third party has its own period', () => {
    const events = [
      ev('third-party-asked', '2026-04-13', { who: '甲', receivedOn: '2026-04-14' }),
      ev('third-party-asked', '2026-04-13', { who: '乙', receivedOn: '2026-04-20' }),
    ];
    const { sideClocks } = reckon({ receipt: '2026-04-07', events });
    expect(sideClocks.filter(({ clock }) => clock === 'third-party')).toMatchObject([
      { who: '甲', due: '2026-05-08' },
      { who: '乙', due: '2026-05-13' },
    ]);
  });

  it('K21 CLK-20 another agency is reminded after 15 workdays, without effect on the stop', () => {
    const events = [ev('agency-asked', '2026-04-13', { receivedOn: '2026-04-14' })];
    const { due, sideClocks } = reckon({ receipt: '2026-04-07', events });
    expect(due).toBeNull();
    expect(sideClocks.at(-1)).toMatchObject({ clock: 'agency-reminder', due: '2026-05-08', open: true });
  });

  it('K24 CLK-4 a stop without known end shows the days used and left, and no date', () => {
    const { steps, light, late, issues } = reckon({ receipt: '2026-03-02', events: [third('2026-03-09')] });
    expect(steps.at(-1)?.says).toContain('暂停中（已用 5、余 15 日）');
    expect({ light, late }).toEqual({ light: 'paused', late: false });
    expect(issues).toMatchObject([{ code: 'CLK-4', where: '/events/0' }]);
  });

  it('K24 CLK-4 sending again by another way ends the uncertainty without a second stop', () => {
    const again = [third('2026-03-09'), third('2026-03-16', '2026-03-18')];
    expect(reckon({ receipt: '2026-03-02', events: again }).due).toBe('2026-04-30');
  });

  it('K32 CLK-10 shows the day of resuming beside the restarted period', () => {
    expect(sideDue({ receipt: '2025-09-08', events: fee }, 'fee-payment')).toBe('2025-10-30');
    expect(sideDue({ receipt: '2025-09-08', events: fee }, 'conservative-resume')).toBe('2025-10-27');
  });

  it('K37 CLK-10 unpaid, the file may be recorded as abandoned from the day after', () => {
    const unpaid = { receipt: '2025-09-08', events: [fee[0]!], today: '2025-10-31' };
    const { light, sideClocks, issues } = reckon(unpaid);
    expect(light).toBe('paused');
    expect(sideClocks.at(-1)).toMatchObject({ due: '2025-10-30', abandonableFrom: '2025-10-31', open: true });
    expect(issues.at(-1)?.advice).toContain('2025-10-31');
    const on = (day: string) => answer({ ...unpaid, events: [fee[0]!, ev('abandoned', day)] });
    expect(on('2025-10-30')).toMatchObject({ refused: true, code: 'CLK-16' });
    expect(on('2025-10-31')).toMatchObject({ light: 'done', late: false });
  });

  it('K39 CLK-15 a due day in a year without notice is provisional, and says so', () => {
    const { provisional, issues } = reckon({ receipt: '2026-12-08' });
    expect(provisional).toBe(true);
    expect(issues).toMatchObject([{ code: 'CLK-15', severity: 'hint' }]);
    expect(reckon({ receipt: '2026-11-20' }).provisional).toBe(false);
  });

  it('K40 CLK-13 by post the reply counts on posting, remedies on the signature of the applicant', () => {
    const events = [
      ev('replied', '2026-05-08'),
      ev('served', '2026-05-08', { method: 'post', receivedOn: '2026-05-11' }),
    ];
    const { late, light, sideClocks } = reckon({ receipt: '2026-04-07', events });
    expect({ late, light }).toEqual({ late: false, light: 'done' });
    expect(sideClocks.slice(-2)).toMatchObject([
      { clock: 'reconsideration', due: '2026-07-10' },
      { clock: 'litigation', due: '2026-11-11' },
    ]);
  });

  it.each([
    ['direct', {}, '2026-05-11'],
    ['entrusted', {}, '2026-05-11'],
    ['direct', { receivedOn: '2026-05-11' }, '2026-05-08'],
  ])('K41 CLK-13 served %s %o: the signature is the reply, and it is late', (method, more, on) => {
    const events = [ev('replied', '2026-05-08'), ev('served', on, { method, ...more })];
    expect(reckon({ receipt: '2026-04-07', events })).toMatchObject({ late: true, due: '2026-05-08' });
  });

  it('K42 CLK-11 says that an extension upon a delay has no effect', () => {
    const events = [ev('delayed', '2026-03-25', { until: '2026-05-29' }), longer('2026-05-20', 10)];
    expect(reckon({ receipt: '2026-03-02', events }).issues).toMatchObject([{ code: 'CLK-11', where: '/events/1' }]);
  });

  it('K43 CLK-17 what came in under the old Regulations is not reckoned', () => {
    expect(answer({ receipt: '2019-05-10' })).toMatchObject({ refused: true, code: 'CLK-17' });
    expect(answer({ receipt: '2019-05-15' })).toMatchObject({ due: '2019-06-13' });
  });
});

describe('the other reading of a point that is to be confirmed', () => {
  it.each([
    [
      'K09',
      'CLK-7',
      { lateCorrection: 'reset' },
      '2025-11-25',
      '2025-10-09',
      CASES.find(([k]) => k === 'K09')!.slice(4),
    ],
    [
      'K15',
      'CLK-4',
      { lateOpinion: 'receivedDay' },
      '2026-05-06',
      '2026-03-02',
      CASES.find(([k]) => k === 'K15')!.slice(4),
    ],
    [
      'K30',
      'CLK-5',
      { extensionAfterReset: 'kept' },
      '2026-07-16',
      '2026-05-06',
      CASES.find(([k]) => k === 'K30')!.slice(4),
    ],
    ['K32', 'CLK-10', { feeClockMode: 'resume' }, '2025-10-27', '2025-09-08', fee],
    [
      'K33',
      'CLK-10',
      { extensionAfterReset: 'kept' },
      '2025-12-29',
      '2025-09-08',
      CASES.find(([k]) => k === 'K33')!.slice(4),
    ],
    ['K13', 'CLK-3', { consultationEdges: 'neitherCounts' }, '2026-04-14', '2026-03-02', k13],
    ['K13', 'CLK-3', { consultationEdges: 'bothCount' }, '2026-04-10', '2026-03-02', k13],
    [
      'K25',
      'CLK-6',
      { extensions: 'several' },
      '2026-07-28',
      '2026-06-01',
      [longer('2026-06-24', 12), longer('2026-06-25', 8)],
    ],
  ] as const)('%s %s with %o → %s', (_name, _rule, settings, due, receipt, events) => {
    expect(reckon({ receipt, events: events as readonly Fields[], settings }).due).toBe(due);
  });

  it('CLK-6 several extensions together still end at 20', () => {
    const events = [longer('2026-06-24', 12), longer('2026-06-25', 9)];
    const told = { receipt: '2026-06-01', events, settings: { extensions: 'several' } } as const;
    expect(answer(told)).toMatchObject({ refused: true, code: 'CLK-16' });
  });
});
