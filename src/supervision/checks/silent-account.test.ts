import { expect, it } from 'vitest';
import type { MediaAccount, PlatformName } from '../../exchange/accounts/media-account.ts';
import { civil } from '../../statute/civil-date.ts';
import { silentAccounts } from './silent-account.ts';

const TODAY = civil('2026-11-20');
const posting = (
  name: string,
  last: string | null,
  platform: PlatformName = 'wechat',
  more: Partial<MediaAccount> = {},
) => ({
  account: {
    ...{ id: name, agencyId: 'county', platform, name, handle: '', contact: '', filed: null, closed: null },
    ...{ openedOn: civil('2026-11-01'), ...more },
  },
  lastPost: last === null ? null : civil(last),
});

it('MSG-19 each account by its own last post; the worst speaks, and how many others are near', () => {
  const fresh = posting('甲', '2026-11-19');
  const silent = posting('乙', '2026-11-05');
  const near = posting('丙', '2026-11-08');
  expect(silentAccounts([fresh], null, TODAY)).toMatchObject({ state: 'fine' });
  const worst = silentAccounts([fresh, near, silent], civil('2026-11-20'), TODAY);
  expect(worst).toMatchObject({
    state: 'failed',
    daysLeft: -1,
    says: expect.stringContaining('“乙”（微信公众号）最近一次发布是 2026-11-05'),
  });
  expect(worst.says).toContain('另有 1 个账号');
  // One that never posted counts from its opening; what is closed or lives by no posts is not asked.
  expect(silentAccounts([posting('丁', null)], null, TODAY)).toMatchObject({ state: 'failed' });
  const closed = { closed: { on: civil('2026-11-10'), why: '' } };
  const unasked = [posting('戊', '2026-11-01', 'wechat', closed), posting('己', null, 'miniProgram')];
  expect(silentAccounts(unasked, null, TODAY)).toMatchObject({ state: 'notLooked' });
});
