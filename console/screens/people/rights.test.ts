import { describe, expect, it } from 'vitest';
import { rightsWith, rolesAt } from './rights.ts';

const rights = [
  { role: 'handler', agencyId: 'office' },
  { role: 'legal', agencyId: 'county' },
  { role: 'editor', agencyId: 'office' },
];

describe('the rights of an officer at one agency', () => {
  it('are told apart from those elsewhere', () => {
    expect(rolesAt(rights, 'office')).toEqual(['handler', 'editor']);
    expect(rolesAt(rights, 'nowhere')).toEqual([]);
  });

  it('change without touching those elsewhere', () => {
    expect(rightsWith(rights, 'office', ['signatory'])).toEqual([
      { role: 'legal', agencyId: 'county' },
      { role: 'signatory', agencyId: 'office' },
    ]);
    expect(rightsWith(rights, 'office', [])).toEqual([{ role: 'legal', agencyId: 'county' }]);
  });
});
