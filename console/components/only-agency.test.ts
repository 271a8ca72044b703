import { expect, it } from 'vitest';
import { onlyAgency } from './only-agency.ts';

const county = { name: 'county', term: '示例县人民政府' };
const office = { name: 'office', term: '示例县财政局' };

it('begins with an agency only where there is no other', () => {
  expect(onlyAgency([county])).toBe(county);
  expect(onlyAgency([county, office]).name).toBe('');
  expect(onlyAgency([]).name).toBe('');
});
