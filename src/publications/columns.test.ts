import { describe, expect, it } from 'vitest';
import { columnTree, SECTIONS, STANDARD_COLUMNS, sectionOf, withAncestors } from './columns.ts';
import { asColumn } from './special-column.ts';

describe('columns', () => {
  it('every column of the standard tree stands below another or is a section, and no key is there twice', () => {
    const keys = STANDARD_COLUMNS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, parent } of STANDARD_COLUMNS) {
      if (parent === null) expect(SECTIONS).toContain(key);
      else expect(keys).toContain(parent);
    }
  });

  it('PUB-23 the catalogue has the fifteen items of Article 20 in their order and those of Article 21', () => {
    const statutory = STANDARD_COLUMNS.filter(({ parent }) => parent === 'catalogue.statutory');
    expect(statutory.slice(0, 15).map(({ basis }) => basis)).toEqual(
      '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五'.split(' ').map((n) => `《条例》第二十条第（${n}）项`),
    );
    expect(statutory.slice(15).every(({ basis }) => basis === '《条例》第二十一条')).toBe(true);
    expect(statutory).toHaveLength(27);
  });

  it('names what a list shows: the column, and those above it once', () => {
    expect(withAncestors(['catalogue.policy.normative', 'catalogue.gazette'])).toEqual([
      'catalogue',
      'catalogue.policy',
      'catalogue.policy.normative',
      'catalogue.gazette',
    ]);
    expect(sectionOf('catalogue.policy.normative')).toBe('catalogue');
  });

  it('a county adds its special columns', () => {
    const own = {
      key: 'special.rural',
      agencyId: 'county',
      name: '乡村振兴',
      place: 0,
      purpose: '',
      openedOn: '' as never,
      closedOn: null,
    };
    expect(columnTree([asColumn(own)]).get('special.rural')).toMatchObject({ parent: 'special', name: '乡村振兴' });
    expect(columnTree().has('special.rural')).toBe(false);
  });
});
