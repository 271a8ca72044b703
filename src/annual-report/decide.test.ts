import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import type { RoleName } from '../people/role.ts';
import type { Decision, Scene } from '../perform.ts';
import { civil } from '../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../statute/refusal.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import type { AnnualReport, ReportCommand } from './annual-report.ts';
import { compileFigures } from './compile.ts';
import { decide, type LoadedReport } from './decide.ts';
import { permit, REPORT_VERBS, type ReportVerb } from './permissions.ts';
import { YEAR_OF_RECORDS } from './year-records.fixture.ts';

const officer = (...roles: RoleName[]): Actor => ({
  kind: 'officer',
  id: roles.join('+') || 'nobody',
  name: '某人',
  agencyId: 'county',
  reach: Object.fromEntries(roles.map((role) => [role, ['county']])),
});

const scene = (actor: Actor, today = '2025-02-10'): Scene => ({
  actor,
  at: new Date(`${today}T02:00:00Z`),
  today: civil(today),
  calendar: {} as WorkCalendar,
  newId: () => 'new-id',
});

const figures = compileFigures('示例县人民政府', 2024, YEAR_OF_RECORDS);
const loaded = (report: AnnualReport | null, errors: LoadedReport['errors'] = []): LoadedReport => ({
  report,
  year: { records: YEAR_OF_RECORDS, figures },
  errors,
});

function done(result: Decision<AnnualReport> | Refusal): AnnualReport {
  if (isRefusal(result)) throw new Error(result.says);
  return result.next;
}

const open: ReportCommand = { verb: 'open', agencyId: 'county', year: 2024 };
const draft = done(decide(loaded(null), open, scene(officer('reporter'))));
const freeze: ReportCommand = { verb: 'freeze', reportId: draft.id };
const frozen = done(decide(loaded(draft), freeze, scene(officer('reporter'))));
const FAULT = [{ code: 'T3_ROW', says: '总计与各列之和不符。', advice: '请改正。' }];

describe('report verbs', () => {
  it('ANR-4 keeps figures and resolved text when frozen', () => {
    expect(frozen.state).toBe('frozen');
    expect(frozen.frozen?.table3).toEqual(figures.table3);
    expect(frozen.frozen?.narrative.map((s) => s.text).join('')).toContain('新收政府信息公开申请9件');
  });

  it('ANR-4 errors stop the freeze, and only the office head lets it pass with a reason', () => {
    expect(decide(loaded(draft, FAULT), freeze, scene(officer('officeHead')))).toMatchObject({ code: 'ANR-4' });
    const waived: ReportCommand = { ...freeze, waiver: '上年口径不同，已说明' };
    expect(decide(loaded(draft, FAULT), waived, scene(officer('reporter')))).toMatchObject({ code: 'ANR-4' });
    expect(done(decide(loaded(draft, FAULT), waived, scene(officer('officeHead')))).waiver).toBe(
      '上年口径不同，已说明',
    );
  });

  it('ANR-4 a year that is not over cannot be frozen', () => {
    expect(decide(loaded(draft), freeze, scene(officer('reporter'), '2024-12-31'))).toMatchObject({
      code: 'YEAR_NOT_OVER',
    });
    expect(isRefusal(decide(loaded(draft), freeze, scene(officer('reporter'), '2025-01-01')))).toBe(false);
  });

  it('ANR-71 what came to contradict the frozen figures since stops the publication until the head lets it pass', () => {
    const publish: ReportCommand = { verb: 'publish', reportId: draft.id };
    const pass: ReportCommand = { verb: 'letPass', reportId: draft.id, reason: '记录录错，正在改' };
    const [head, signatory] = [scene(officer('officeHead')), scene(officer('signatory'))];
    expect(decide(loaded(frozen, FAULT), publish, signatory)).toMatchObject({
      code: 'ANR-71',
      says: expect.stringMatching(/又出现 1 处错误.*总计与各列之和不符。.*退回修改.*写明理由放行/),
    });
    expect(decide(loaded(frozen, FAULT), { ...pass, reason: ' ' }, head)).toMatchObject({ code: 'REASON_MISSING' });
    const passed = done(decide(loaded(frozen, FAULT), pass, head));
    expect(passed).toMatchObject({
      waiver: '记录录错，正在改',
      passed: { by: 'officeHead', errors: [{ code: 'T3_ROW', says: '总计与各列之和不符。' }] },
      frozen: frozen.frozen,
    });
    expect(done(decide(loaded(passed, FAULT), publish, signatory)).state).toBe('published');
    expect(decide(loaded(passed, FAULT), pass, head)).toMatchObject({ code: 'NOTHING_TO_PASS' });
    const other = [...FAULT, { code: 'T3_ROW', says: '另一行不符。', advice: '' }];
    expect(decide(loaded(passed, other), publish, signatory)).toMatchObject({ code: 'ANR-71' });
    expect(done(decide(loaded(passed, other), { ...pass, reason: '同上' }, head))).toMatchObject({
      waiver: '记录录错，正在改；同上',
      passed: { errors: [{ says: '总计与各列之和不符。' }, { says: '另一行不符。' }] },
    });
  });

  it('ANR-71 what was let pass at freezing does not stop the publication, and is forgotten with the frozen figures', () => {
    const waived = done(decide(loaded(draft, FAULT), { ...freeze, waiver: '口径不同' }, scene(officer('officeHead'))));
    const publish: ReportCommand = { verb: 'publish', reportId: draft.id };
    expect(done(decide(loaded(waived, FAULT), publish, scene(officer('signatory')))).waiver).toBe('口径不同');
    const back: ReportCommand = { verb: 'reopen', reportId: draft.id, reason: '再核' };
    expect(done(decide(loaded(waived), back, scene(officer('officeHead'))))).toMatchObject({
      waiver: null,
      passed: null,
    });
  });

  it('ANR-5 a published version is corrected by a new one and stays as it is', () => {
    const published = done(
      decide(loaded(frozen), { verb: 'publish', reportId: draft.id }, scene(officer('signatory'))),
    );
    const again = done(
      decide(
        loaded(published),
        { verb: 'correct', reportId: draft.id, note: '更正上年结转数' },
        scene(officer('officeHead')),
      ),
    );
    expect([again.version, again.state, again.correction]).toEqual([2, 'draft', '更正上年结转数']);
    expect(published.frozen).toEqual(frozen.frozen);
  });

  it.each<[string, ReportCommand, AnnualReport | null]>([
    ['a year before the formats', { ...open, year: 2018 }, null],
    ['a year to come', { ...open, year: 2026 }, null],
    [
      'text with a figure that does not exist',
      { verb: 'write', reportId: 'x', narrative: [{ heading: '', text: '{a.b}' }] },
      draft,
    ],
    ['a return without a reason', { verb: 'reopen', reportId: 'x', reason: ' ' }, frozen],
    ['a correction without a note', { verb: 'correct', reportId: 'x', note: '' }, frozen],
    ['a report that is not there', freeze, null],
  ])('refuses %s', (_, command, report) =>
    expect(isRefusal(decide(loaded(report), command, scene(officer('reporter'))))).toBe(true),
  );
});

describe('who may not', () => {
  const STATES = [null, draft, frozen, { ...frozen, state: 'published' as const }];
  const ROLES: RoleName[] = ['handler', 'reporter', 'officeHead', 'signatory', 'editor', 'auditor', 'systemAdmin'];

  it('state × role → verbs', () => {
    const matrix = Object.fromEntries(
      STATES.flatMap((report) =>
        ROLES.map((role) => [
          `${report?.state ?? '未编制'} × ${role}`,
          (Object.keys(REPORT_VERBS) as ReportVerb[])
            .filter((verb) => permit(officer(role), verb, 'county', report).allowed)
            .join(' '),
        ]),
      ).filter(([, verbs]) => verbs !== ''),
    );
    expect(matrix).toMatchInlineSnapshot(`
      {
        "draft × officeHead": "freeze",
        "draft × reporter": "write freeze",
        "frozen × officeHead": "reopen letPass",
        "frozen × signatory": "publish reopen",
        "published × officeHead": "correct",
        "未编制 × reporter": "open",
      }
    `);
  });

  it('ANR-6 the one who froze the figures does not publish them', () => {
    const both = { ...officer('officeHead', 'signatory'), id: 'same' } as Actor;
    const standing = { state: 'frozen' as const, frozenBy: 'same', passed: null };
    expect(permit(both, 'publish', 'county', standing)).toMatchObject({ refusal: { code: 'FOUR_EYES' } });
    expect(permit(officer('signatory'), 'publish', 'county', standing).allowed).toBe(true);
    const passedByHim = { ...standing, frozenBy: 'other', passed: { by: 'same', errors: [] } };
    expect(permit(both, 'publish', 'county', passedByHim)).toMatchObject({ refusal: { code: 'FOUR_EYES' } });
  });

  it('REV-15 neither does his deputy, nor the principal of whoever froze them as a deputy', () => {
    const signing = (id: string, frozenBy: string) =>
      permit({ ...officer('signatory'), id } as Actor, 'publish', 'county', { state: 'frozen', frozenBy, passed: null })
        .allowed;
    expect(signing('deputy/head', 'head')).toBe(false);
    expect(signing('deputy/head', 'deputy')).toBe(false);
    expect(signing('head', 'deputy/head')).toBe(false);
    expect(signing('deputy/head', 'reporter')).toBe(true);
  });

  it('a role at another agency gives nothing here', () =>
    expect(permit(officer('reporter'), 'open', 'other-agency', null).allowed).toBe(false));
});
