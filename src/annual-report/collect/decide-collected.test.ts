import { describe, expect, it } from 'vitest';
import type { Actor } from '../../people/actor.ts';
import type { Scene } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { checkReport } from '../check/check-report.ts';
import { cellName } from '../check/figures/cells.ts';
import { SOUND, withRow } from '../check/sound-report.fixture.ts';
import { type CollectedCommand, type CollectedReport, settledReport } from './collected-report.ts';
import { decideCollected, permitCollecting } from './decide-collected.ts';
import { linesOf } from './lines-of.ts';

const reporter: Actor = {
  kind: 'officer',
  id: 'reporter',
  name: '某',
  agencyId: 'county',
  reach: { reporter: ['county'] },
};
const scene: Scene = {
  actor: reporter,
  at: new Date('2026-03-02T02:00:00Z'),
  today: civil('2026-03-02'),
  calendar: builtInCalendar,
  newId: () => 'id',
};
const HOLES = ['/table3/rows/3.1/0', '/table2/normativeDocuments/valid', '/table4/review/4', '/table2/feesWan'];
const UNSETTLED = {
  ...withRow('3.1', [null, 1, 0, 0, 0, 0, 13]),
  table2: { ...SOUND.table2!, feesWan: null, normativeDocuments: { made: 5, repealed: 4, valid: null } },
  table4: { ...SOUND.table4, review: [3, 1, 1, 2, null] },
  undecided: HOLES,
};
const run = (loaded: CollectedReport | null, command: CollectedCommand) => {
  const decision = decideCollected(loaded, command, scene);
  if (isRefusal(decision)) throw new Error(decision.code);
  return decision.next;
};
const collected = run(null, { verb: 'collect', agencyId: 'county', name: 'a.pdf', report: UNSETTLED, source: [] });
const settle = (loaded: CollectedReport, pointer: string, figure: number | null, seen = loaded.settled.length) =>
  run(loaded, { verb: 'settle', reportId: 'id', pointer, figure, seen });

describe('ANR-40 settling what could not be read', () => {
  it('puts every figure into its cell, keeps who and when, and the report is checked as settled', () => {
    const figures = [12, 21, 7, 96.4275];
    const settled = HOLES.reduce((report, pointer, at) => settle(report, pointer, figures[at]!), collected);
    expect(settledReport(settled)).toEqual(SOUND);
    expect(settled.report).toEqual(UNSETTLED);
    expect(settled.settled[0]).toEqual({
      pointer: HOLES[0],
      figure: 12,
      by: 'reporter',
      at: '2026-03-02T02:00:00.000Z',
    });
    const wrong = settle(collected, '/table3/rows/3.1/0', 11);
    expect(checkReport(settledReport(wrong)).map(({ where }) => where)).toContain('/table3/rows/3.1');
  });

  it('the last settlement of a cell holds, the earlier one stays; blank is a settlement', () => {
    const twice = settle(settle(collected, HOLES[0]!, 99), HOLES[0]!, null);
    expect(twice.settled.map(({ figure }) => figure)).toEqual([99, null]);
    expect(settledReport(twice).table3.rows['3.1']![0]).toBeNull();
    expect(settledReport(twice).undecided).not.toContain(HOLES[0]);
  });

  it.each<[string, number | null, number, string]>([
    ['/table3/rows/3.2/0', 4, 0, 'NOT_UNDECIDED'],
    [HOLES[0]!, 1.5, 0, 'NOT_A_COUNT'],
    [HOLES[0]!, -1, 0, 'NOT_A_COUNT'],
    [HOLES[3]!, 1e13, 0, 'NOT_A_COUNT'],
    [HOLES[0]!, 12, 1, 'STALE'],
  ])('refuses %s as %s on %s settlements', (pointer, figure, seen, code) => {
    const refused = decideCollected(collected, { verb: 'settle', reportId: 'id', pointer, figure, seen }, scene);
    expect(refused).toMatchObject({ refused: true, code, says: expect.stringMatching(/请|应当|不用/) });
  });

  it('ANR-73 what the source prints wrong is settled as it stands there, when that is said, and named', () => {
    const command = { verb: 'settle', reportId: 'id', pointer: HOLES[0]!, seen: 0, misprint: true } as const;
    const wrong = settledReport(run(collected, { ...command, figure: -1 }));
    expect(wrong.table3.rows['3.1']![0]).toBe(-1);
    expect(checkReport(wrong).map(({ code, where }) => `${code} ${where}`)).toContain(`NONNEG_INT ${HOLES[0]}`);
    expect(decideCollected(collected, { ...command, figure: -1e13 }, scene)).toMatchObject({ code: 'NOT_A_COUNT' });
  });

  it('a row or table that was not read at all is made', () => {
    const bare = { ...SOUND, table2: null, table3: { ...SOUND.table3, rows: { ...SOUND.table3.rows, '4': null } } };
    const undecided = ['/table3/rows/4/6', '/table2/licensing'];
    const report = run(null, {
      verb: 'collect',
      agencyId: 'county',
      name: '',
      report: { ...bare, undecided },
      source: [],
    });
    const now = settledReport(settle(settle(report, undecided[0]!, 1), undecided[1]!, 8));
    expect([now.table3.rows['4'], now.table2!.licensing]).toEqual([[null, null, null, null, null, null, 1], 8]);
  });

  it('the source of a cell is the line that names its row, or its whole table', () => {
    const line = (at: number, table: 'table2' | 'table3' | 'table4', text: string, rows: string[] = []) => ({
      table,
      at,
      page: 2,
      text,
      rows,
    });
    const source = [
      line(1, 'table2', '行政许可 1'),
      line(2, 'table3', '（一）予以公开 77', ['3.1']),
      line(3, 'table3', '四、结转'),
      line(4, 'table4', '结果维持'),
    ];
    const at = (pointer: string) => linesOf(pointer, source).map((one) => one.at);
    expect([
      at('/table3/rows/3.1/0'),
      at('/table3/rows/3.2/0'),
      at('/table4/review/4'),
      at('/table2/licensing'),
    ]).toEqual([[2], [2, 3], [4], [1]]);
  });

  it('every cell has a name a clerk would use', () => {
    expect(HOLES.map(cellName)).toEqual([
      '表三“（一）予以公开”行“自然人”',
      '表二“行政规范性文件”现行有效件数',
      '表四“行政复议”总计',
      '表二“行政事业性收费”',
    ]);
  });

  it('only the reporter and the office head of the agency collect and settle', () => {
    const officer = (role: 'reporter' | 'officeHead' | 'auditor' | 'signatory', agencyId = 'county'): Actor =>
      ({ ...reporter, reach: { [role]: [agencyId] } }) as Actor;
    const may = (actor: Actor) => permitCollecting(actor, 'county').allowed;
    expect(
      [
        officer('reporter'),
        officer('officeHead'),
        officer('auditor'),
        officer('signatory'),
        officer('reporter', 'other'),
      ].map(may),
    ).toEqual([true, true, false, false, false]);
  });
});
