import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { SYSTEM } from '../../people/actor.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { decideListing, decidePoint, type ListPoint, type PointCommand } from './decide.ts';
import { permitList, permitPoint } from './permissions.ts';
import { decideReminders } from './reminders.ts';
import { readPointForm } from './sheet-form.ts';
import { countPoints, daysLate, standingOfPoint, type WorkPoint } from './work-point.ts';

const point = (change: Partial<WorkPoint> = {}): WorkPoint => ({
  ...{ id: 'p', agencyId: 'county', year: 2026, number: 1, heading: '', title: '公开目录修订', basis: '要点第1条' },
  ...{ ownerId: 'town', dueOn: civil('2026-09-30'), begunOn: null, doneOn: null, withdrawnBecause: null },
  ...{ notes: [], proofs: [], toldSoonOn: null, toldLateOn: null, version: 1, ...change },
});
const link = { type: 'link', id: 'l', title: '原文', address: '/publications/1', by: 'x' } as const;
const scene = (day: string, actor = officerOf('county', 'officeHead')) => sceneOn(day, actor, builtInCalendar);

const list = (change: Partial<ListPoint> = {}, known: object = {}) => {
  const command = { ...{ verb: 'listPoint', agencyId: 'county', year: 2026, heading: ' 一 ', title: '公开目录修订' } };
  const rest = { basis: '要点第1条', ownerId: 'town', dueOn: civil('2026-09-30') };
  const loaded = { numbered: 7, ownerBelow: true, alreadyThere: false, ...known };
  const done = decideListing(loaded, { ...command, ...rest, ...change } as ListPoint, scene('2026-02-02'));
  return isRefusal(done) ? done.code : done.next;
};
const act = (command: object, of: Partial<WorkPoint> = {}, day = '2026-06-01', ownerBelow = true) => {
  const done = decidePoint({ point: point(of), ownerBelow }, { pointId: 'p', ...command } as PointCommand, scene(day));
  return isRefusal(done) ? done.code : done.next;
};

describe('列入', () => {
  it('SUP-74 with its basis, owner and day, numbered on; the same twice is refused', () => {
    expect(list()).toMatchObject({ number: 8, heading: '一', ownerId: 'town', begunOn: null });
    expect(list({ dueOn: civil('2027-01-31') })).toMatchObject({ dueOn: '2027-01-31' });
    expect(list({ title: ' ' })).toBe('TITLE_MISSING');
    expect(list({ basis: ' ' })).toBe('BASIS_MISSING');
    expect(list({}, { ownerBelow: false })).toBe('OWNER_NOT_BELOW');
    expect(list({ dueOn: civil('2025-12-31') })).toBe('DUE_IN_OTHER_YEAR');
    expect(list({}, { alreadyThere: true })).toBe('ALREADY_LISTED');
  });

  it('SUP-77 a line of the sheet: an owner by name, a day, every fault of the line at once', () => {
    const owners = new Map([['示例镇人民政府', 'town']]);
    const fields = { heading: '', title: '修订目录', basis: '要点', owner: '示例镇人民政府', dueOn: '2026-09-30' };
    const read = (change: object) =>
      readPointForm({ ...fields, ...change }, { agencyId: 'county', year: 2026 }, owners);
    expect(read({}).command).toMatchObject({ ownerId: 'town', dueOn: '2026-09-30', year: 2026 });
    expect(
      read({ owner: '邻县', dueOn: '九月底', title: '', basis: '长'.repeat(201) }).faults.map(({ key }) => key),
    ).toEqual(['title', 'owner', 'dueOn', 'basis']);
  });
});

describe('怎样了', () => {
  it.each<[Partial<WorkPoint>, string, string, number]>([
    [{}, '2026-09-30', 'notBegun', 0],
    [{ begunOn: civil('2026-03-01') }, '2026-09-30', 'underWay', 0],
    [{}, '2026-10-01', 'overdue', 1],
    [{ begunOn: civil('2026-03-01') }, '2026-10-08', 'overdue', 8],
    [{ doneOn: civil('2026-09-30') }, '2026-12-01', 'done', 0],
    [{ doneOn: civil('2026-10-02') }, '2026-12-01', 'done', 2],
  ])('SUP-75 %j on %s: %s, late by %d', (change, day, standing, late) => {
    expect(standingOfPoint(point(change), civil(day))).toBe(standing);
    expect(daysLate(point(change), civil(day))).toBe(late);
  });

  it('SUP-75 withdrawn ones are not counted', () => {
    const points = [point(), point({ withdrawnBecause: '合并' }), point({ doneOn: civil('2026-05-01') })];
    expect(countPoints(points, civil('2026-10-01'))).toEqual({ overdue: 1, underWay: 0, notBegun: 0, done: 1 });
  });
});

describe('办理', () => {
  it('SUP-76 nothing is done without proof; done once; returned with a reason', () => {
    expect(act({ verb: 'complete', says: '办完了' })).toBe('PROOF_MISSING');
    expect(act({ verb: 'complete', says: ' ' }, { proofs: [link] })).toBe('SAYS_MISSING');
    const done = act({ verb: 'complete', says: '办完了' }, { proofs: [link] });
    expect(done).toMatchObject({ doneOn: '2026-06-01', begunOn: '2026-06-01', version: 2 });
    expect(act({ verb: 'complete', says: '再来' }, done as WorkPoint)).toBe('ALREADY_DONE');
    expect(act({ verb: 'dropProof', proofId: 'l' }, done as WorkPoint)).toBe('ALREADY_DONE');
    expect(act({ verb: 'returnPoint', because: ' ' }, done as WorkPoint)).toBe('REASON_MISSING');
    expect(act({ verb: 'returnPoint', because: '链接不是原文' }, done as WorkPoint)).toMatchObject({
      doneOn: null,
      notes: [{ kind: 'done' }, { kind: 'returned', says: '链接不是原文' }],
    });
    expect(act({ verb: 'returnPoint', because: '早' })).toBe('NOT_DONE');
  });

  it.each(['javascript:alert(1)', 'ftp://x', '//evil.example', 'http://', 'a b', 'data:text/html,x', '/a b'])(
    'SUP-76 %s is no address of a proof',
    (address) => expect(act({ verb: 'proveByLink', title: '原文', address })).toBe('NO_ADDRESS'),
  );

  it('SUP-76 an address once, twenty at most, taken away while it is not done', () => {
    expect(act({ verb: 'proveByLink', title: '原文', address: 'https://www.example.gov.cn/a' })).toMatchObject({
      begunOn: '2026-06-01',
      proofs: [{ address: 'https://www.example.gov.cn/a' }],
    });
    expect(act({ verb: 'proveByLink', title: '原文', address: link.address }, { proofs: [link] })).toBe(
      'ALREADY_PROVED',
    );
    const many = Array.from({ length: 20 }, (_, n) => ({ ...link, id: `l${n}`, address: `/${n}` }));
    expect(act({ verb: 'proveByLink', title: '原文', address: '/21' }, { proofs: many })).toBe('TOO_MANY_PROOFS');
    expect(act({ verb: 'dropProof', proofId: 'l' }, { proofs: [link] })).toMatchObject({ proofs: [] });
    expect(act({ verb: 'dropProof', proofId: 'm' }, { proofs: [link] })).toBe('NO_SUCH_PROOF');
  });

  it('SUP-76 another day or owner with its reason, told of anew, the day before kept; withdrawn for good', () => {
    const revise = { verb: 'revise', dueOn: civil('2026-12-31'), ownerId: 'town', because: '等上级文件' };
    const told = { toldSoonOn: civil('2026-09-16'), toldLateOn: civil('2026-10-08') };
    expect(act(revise, told, '2026-10-09')).toMatchObject({
      ...{ dueOn: '2026-12-31', toldSoonOn: null, toldLateOn: null },
      notes: [{ kind: 'revised', says: '时限由2026年9月30日改为2026年12月31日。等上级文件' }],
    });
    expect(act({ ...revise, dueOn: civil('2026-09-30') })).toBe('NOTHING_CHANGED');
    expect(act({ ...revise, because: '' })).toBe('REASON_MISSING');
    expect(act({ ...revise, ownerId: 'elsewhere' }, {}, '2026-06-01', false)).toBe('OWNER_NOT_BELOW');
    const gone = act({ verb: 'withdrawPoint', because: '并入第2项' });
    expect(gone).toMatchObject({ withdrawnBecause: '并入第2项' });
    expect(act({ verb: 'progress', says: '还在办' }, gone as WorkPoint)).toBe('WITHDRAWN');
  });

  it('SUP-76 the owner reports, the head of the list alone returns, revises and withdraws', () => {
    const [head, owner] = [officerOf('county', 'officeHead'), officerOf('town', 'liaison')];
    const may = (actor: typeof head, verb: PointCommand['verb']) => permitPoint(actor, verb, point()).allowed;
    expect([may(owner, 'complete'), may(owner, 'proveByFile'), may(owner, 'returnPoint')]).toEqual([true, true, false]);
    expect([may(head, 'revise'), may(head, 'withdrawPoint'), may(head, 'complete')]).toEqual([true, true, false]);
    expect(permitList(owner, 'town').allowed).toBe(false);
  });
});

describe('提醒', () => {
  const remind = (open: readonly WorkPoint[], day: string, hour = 2) => {
    const at = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
    const done = decideReminders(open, 'county', { ...sceneOn(day, SYSTEM, builtInCalendar), at });
    if (isRefusal(done)) return done.code;
    return done.notices!.map(({ agencyId, particulars }) => [agencyId, particulars.late, particulars.soon]);
  };

  it('SUP-78 fifteen days before and once it is over, each owner one message of all', () => {
    // 15 September 2026 is a Tuesday.
    expect(remind([point()], '2026-09-14')).toBe('NOTHING_DUE');
    expect(remind([point()], '2026-09-15')).toEqual([['town', 0, 1]]);
    expect(remind([point({ toldSoonOn: civil('2026-09-15') })], '2026-09-16')).toBe('NOTHING_DUE');
    const all = [point(), point({ id: 'q', dueOn: civil('2026-09-08') }), point({ id: 'r', ownerId: 'county' })];
    expect(remind(all, '2026-09-15')).toEqual([
      ['town', 1, 1],
      ['county', 0, 1],
    ]);
    expect(remind([point({ toldSoonOn: civil('2026-09-15') })], '2026-10-08')).toEqual([['town', 1, 0]]);
    expect(remind([point({ toldLateOn: civil('2026-10-08') })], '2026-10-09')).toBe('NOTHING_DUE');
  });

  it('SUP-78 neither at night nor on days off; what came due in the holidays is told with the rest on the first workday', () => {
    expect(remind([point()], '2026-09-15', 22)).toBe('NOTHING_DUE');
    expect(remind([point()], '2026-10-01')).toBe('NOTHING_DUE');
    const three = ['2026-09-30', '2026-10-02', '2026-10-05'].map((day, n) => point({ id: `${n}`, dueOn: civil(day) }));
    expect(remind(three, '2026-10-08')).toEqual([['town', 3, 0]]);
  });
});
