/** A portal over a test's own database: an invented county, a clock that the play sets, codes that count up. */

import type { House } from '../perform.ts';
import { openLog } from '../platform/log.ts';
import { type BuiltPortal, buildPortal } from './build-portal.ts';
import type { PortalDeps } from './portal.ts';
import type { SiteSettings } from './site.ts';

export const SITE: SiteSettings = {
  name: '示例县人民政府',
  url: 'https://www.example.gov.cn',
  idCode: '1234560001',
  sponsor: '示例县人民政府办公室',
  operator: '示例县大数据中心',
  phone: '0000-6601306',
  icp: '示 ICP 备 00000000 号',
  policeRecord: '示公网安备 00000000000000 号',
};

export function portalFor(house: House, change: Partial<PortalDeps> = {}): BuiltPortal {
  let made = 0;
  return buildPortal({
    house,
    keys: { seal: (plain) => `sealed(${plain.length})`, digest: (plain, purpose) => `${purpose}:${plain}` },
    site: SITE,
    countyId: 'county',
    demo: true,
    formSecret: 'a secret of the tests',
    newCode: () => {
      made += 1;
      return `CODE-${String(made).padStart(4, '0')}`;
    },
    reportDocx: async () => Buffer.from('docx'),
    config: { trustedProxy: [] },
    log: openLog('error', () => {}),
    ...change,
  });
}

/** For pages that ask no database: any question to it is a fault. */
export const houseWithoutDatabase = (house: Omit<House, 'db'>): House =>
  ({
    ...house,
    get db(): never {
      throw new Error('this page must not ask the database');
    },
  }) as House;
