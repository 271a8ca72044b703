import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { type Agency, headOf, inOrder, reportsOf, subtreeOf } from './agency.ts';

const agency = (id: string, parentId: string | null): Agency => ({
  id,
  parentId,
  name: id,
  kind: 'department',
  creditCode: null,
  contact: {},
});

it('a right at an agency reaches everything below it and nothing beside it', () => {
  const tree = [agency('town', 'county'), agency('county', null), agency('village', 'town'), agency('other', null)];
  expect(subtreeOf('county', tree)).toEqual(['county', 'town', 'village']);
  expect(subtreeOf('village', tree)).toEqual(['village']);
});

it('agencies stand as officials list them: the government, its office, departments by pinyin, towns, and last what was ended', () => {
  const named = (name: string, kind: Agency['kind']): Agency => ({ ...agency(`id-${name}`, 'head'), name, kind });
  const head: Agency = { ...agency('head', null), name: '甲县人民政府', kind: 'county' };
  const ended = { ...named('档案局', 'department'), ended: { on: civil('2024-01-01'), successors: [] } };
  const mixed = [
    ...[named('柳湾镇人民政府', 'township'), named('自然资源局', 'department'), ended, named('财政局', 'department')],
    ...[named('政府办公室', 'office'), named('教育局', 'department'), head],
  ];
  expect(inOrder(mixed).map(({ name }) => name)).toEqual([
    ...['甲县人民政府', '政府办公室', '财政局', '教育局', '自然资源局', '柳湾镇人民政府', '档案局'],
  ]);
  expect(headOf(mixed)).toBe(head);
});

it.each([
  ['before anybody asked', {}, [2024, 2025, 2026]],
  ['in 2026', { foundedOn: civil('2026-01-05') }, [2026]],
  [
    'from 2025 until 2025',
    { foundedOn: civil('2025-03-01'), ended: { on: civil('2025-12-31'), successors: [] } },
    [2025],
  ],
])('ANR-72 ORG-6 an agency that was there %s reports of these years', (_, agency, years) => {
  expect([2024, 2025, 2026].filter((year) => reportsOf(year, agency))).toEqual(years);
});
