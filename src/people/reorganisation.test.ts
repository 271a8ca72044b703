import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import type { OfficerActor } from './actor.ts';
import { type Agency, living, nameOn, reachedFrom, successorsOf } from './agency.ts';
import {
  decide,
  type Order,
  permit,
  type Reorganisation,
  type ReorganisationLoaded,
  receiverOf,
} from './reorganisation.ts';
import { refuseEnded, successionSays } from './succession.ts';

const agency = (id: string, parentId: string | null, change: Partial<Agency> = {}): Agency => ({
  ...{ id, parentId, name: `${id}局`, kind: 'department', creditCode: null, contact: {} },
  ...change,
});
const TREE = [
  agency('county', null),
  agency('a', 'county'),
  agency('b', 'county'),
  agency('c', 'county'),
  agency('station', 'a'),
];
const TODAY = civil('2026-11-28');
const ORDER: Order = {
  ...{ kind: 'merge', on: TODAY, basis: '县委发〔2026〕3号', reason: '机构改革方案' },
  ...{ about: ['a'], successors: ['b'], newName: '', defaultTo: 'b', byKind: {}, singles: [] },
};
const loadedFor = (change: Partial<ReorganisationLoaded> = {}): ReorganisationLoaded => ({
  ...{ agencies: TREE, planned: [], standing: null, officers: [], counts: { applications: 2 }, mark: 'seen' },
  ...change,
});
const admin = (agencyIds = TREE.map(({ id }) => id)): OfficerActor => ({
  ...{ kind: 'officer', id: 'admin', name: '安全', agencyId: 'county', reach: { securityAdmin: agencyIds } },
});
const scene = { id: 'r', actor: admin(), today: TODAY, at: new Date('2026-11-28T02:00:00Z') };
const order = (change: Partial<Order> = {}, loaded: Partial<ReorganisationLoaded> = {}) =>
  decide(loadedFor(loaded), { verb: 'reorganise', seen: 'seen', ...ORDER, ...change }, scene);
const planned = (change: Partial<Reorganisation> = {}): Reorganisation => ({
  ...ORDER,
  ...{ id: 'p', state: 'planned', madeBy: 'admin', madeAt: scene.at, doneAt: null, handedOver: {} },
  ...change,
});

describe('机构改革的登记', () => {
  it('ORG-1 names day, document and reason; not long past, not far ahead', () => {
    expect(order()).toMatchObject({ state: 'done', handedOver: { applications: 2 } });
    expect(order({ on: civil('2026-10-29') })).toMatchObject({ state: 'done' });
    expect(order({ on: civil('2026-10-28') })).toMatchObject({ code: 'ORG-1', says: expect.stringContaining('30天') });
    expect(order({ on: civil('2027-11-29') })).toMatchObject({ code: 'ORG-1' });
    expect(order({ basis: ' ' })).toMatchObject({ code: 'ORG-1', says: expect.stringContaining('文号') });
    expect(order({ reason: '' })).toMatchObject({ code: 'ORG-1' });
  });

  it('ORG-2 the successors are there, are others, and are not below what ends', () => {
    const ended = [...TREE.slice(0, 2), agency('b', 'county', { ended: { on: TODAY, successors: ['c'] } }), TREE[3]!];
    for (const [change, loaded, says] of [
      [{ about: ['county'], successors: ['b'] }, {}, '不能撤销'],
      [{ successors: [] }, {}, '请选择承继'],
      [{ successors: ['a'], defaultTo: 'a' }, {}, '不能由自己承继'],
      [{ successors: ['station'], defaultTo: 'station' }, {}, '之下'],
      [{ successors: ['b', 'c'] }, {}, '合并只有一个'],
      [{ kind: 'split' }, {}, '两个以上'],
      [{ kind: 'abolish', about: ['a', 'c'] }, {}, '一次办理一个'],
      [{ defaultTo: 'c' }, {}, '移交只能给'],
      [{ byKind: { letters: 'c' } }, {}, '移交只能给'],
      [{ singles: [{ kind: 'letters', id: '1', to: 'county' }] }, {}, '移交只能给'],
      [{ about: ['nobody'] }, {}, '不存在'],
      [{}, { agencies: ended }, '已经撤销，不能承继'],
      [{ about: ['b'], successors: ['c'], defaultTo: 'c' }, { agencies: ended }, '已经撤销，不用再办'],
      [{}, { planned: [planned()] }, '请先取消'],
    ] as const)
      expect(order(change as Partial<Order>, loaded)).toMatchObject({ says: expect.stringContaining(says) });
    const split = { kind: 'split', successors: ['b', 'c'], byKind: { letters: 'c' } } as const;
    expect(order(split)).toMatchObject({ state: 'done', successors: ['b', 'c'] });
  });

  it('ORG-3 a renaming takes a name that nobody has', () => {
    const rename = (newName: string) => order({ kind: 'rename', successors: [], defaultTo: '', newName });
    expect(rename('数据局')).toMatchObject({ state: 'done', newName: '数据局' });
    expect(rename('a局')).toMatchObject({ code: 'ORG-3' });
    expect(rename('')).toMatchObject({ code: 'ORG-3' });
    expect(rename('b局')).toMatchObject({ code: 'NAME_TAKEN' });
  });

  it('ORG-3 an agency was called what it was called on the day', () => {
    const names = [
      { name: '甲局', until: civil('2024-03-01') },
      { name: '乙局', until: civil('2026-01-01') },
    ];
    const one = agency('a', null, { name: '丙局', formerNames: names });
    expect(['2024-02-29', '2024-03-01', '2025-12-31', '2026-01-01'].map((day) => nameOn(one, civil(day)))).toEqual([
      ...['甲局', '乙局', '乙局', '丙局'],
    ]);
  });

  it('ORG-9 nothing is done on a list that has changed since', () =>
    expect(order({}, { mark: 'another' })).toMatchObject({ code: 'ORG-9' }));

  it('ORG-10 ahead of its day it is planned, carried out on it, and cancelled only before', () => {
    expect(order({ on: civil('2026-12-31') })).toMatchObject({ state: 'planned', doneAt: null, handedOver: {} });
    const carryOut = (standing: Reorganisation) =>
      decide(loadedFor({ standing }), { verb: 'carryOut', reorganisationId: 'p' }, scene);
    expect(carryOut(planned())).toMatchObject({ state: 'done', handedOver: { applications: 2 } });
    expect(carryOut(planned({ on: civil('2026-11-29') }))).toMatchObject({ code: 'ORG-10' });
    expect(carryOut(planned({ state: 'done' }))).toMatchObject({ code: 'WRONG_STATE' });
    const cancel = (standing: Reorganisation) =>
      decide(loadedFor({ standing }), { verb: 'cancel', reorganisationId: 'p' }, scene);
    expect(cancel(planned())).toMatchObject({ state: 'cancelled' });
    expect(cancel(planned({ state: 'done' }))).toMatchObject({ code: 'WRONG_STATE' });
  });

  it('ORG-4 by hand before by kind before the one for all', () => {
    const plan = { defaultTo: 'b', byKind: { letters: 'c' }, singles: [{ kind: 'letters', id: '7', to: 'd' }] };
    expect([
      receiverOf(plan, 'letters', '7'),
      receiverOf(plan, 'letters', '8'),
      receiverOf(plan, 'tasks', '7'),
    ]).toEqual(['d', 'c', 'b']);
  });
});

describe('who may not', () => {
  const may = (actor: OfficerActor, loaded: Partial<ReorganisationLoaded> = {}) =>
    permit(actor, { verb: 'reorganise', seen: 'seen', ...ORDER }, loadedFor(loaded));

  it('ORG-8 only who administers the rights of every agency concerned and of the one above', () => {
    expect(may(admin())).toEqual({ allowed: true });
    for (const reach of [
      ['a', 'county'],
      ['b', 'county'],
      ['a', 'b'],
    ])
      expect(may(admin(reach))).toMatchObject({ allowed: false });
    expect(may({ ...admin(), reach: { systemAdmin: TREE.map(({ id }) => id) } })).toMatchObject({ allowed: false });
  });

  it('ORG-8 SEC-10 nobody moves his own posts', () =>
    expect(may(admin(), { officers: ['admin'] })).toMatchObject({ allowed: false, refusal: { code: 'SEC-10' } }));
});

describe('承继', () => {
  const GONE = [
    ...TREE.slice(0, 1),
    agency('a', 'county', { ended: { on: TODAY, successors: ['b', 'c'] } }),
    agency('b', 'county', { ended: { on: TODAY, successors: ['c', 'd'] } }),
    agency('c', 'county', { contact: { phone: '0000-1' } }),
    agency('d', 'county'),
  ];

  it('ORG-5 rights reach what a successor took over, through whatever ended in between', () => {
    expect(reachedFrom('c', GONE)).toEqual(['c', 'a', 'b']);
    expect(reachedFrom('d', GONE)).toEqual(['d', 'b', 'a']);
    expect(reachedFrom('a', GONE)).toEqual(['a']);
  });

  it('ORG-7 leads to who is there now, with name and telephone', () => {
    expect(successorsOf('a', GONE).map(({ id }) => id)).toEqual(['c', 'd']);
    expect(successionSays('a', GONE)).toBe(
      '“a局”自2026年11月28日起撤销，职能由“c局”（电话0000-1）、“d局”承继，请改向承继机关提出。',
    );
    expect(refuseEnded('a', GONE)).toMatchObject({ code: 'ORG-7' });
    expect(refuseEnded('c', GONE)).toBeUndefined();
    expect(living(GONE).map(({ id }) => id)).toEqual(['county', 'c', 'd']);
  });
});
