import { expect, it } from 'vitest';
import { type Agency, subtreeOf } from './agency.ts';

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
