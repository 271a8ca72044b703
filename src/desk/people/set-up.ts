/**
 * 首次设置 [SEC-6]: the one-time link that the start prints makes the county's agency and its first security administrator, in
 * one transaction. A link that was used opens nothing, nor does any link once there are officers.
 */

import { append } from '../../ledger/store.ts';
import { checkAgency, checkOfficer } from '../../people/enrolment.ts';
import { addAgency, addOfficer, countOfficers, useSetupLink } from '../../people/store.ts';
import { type House, inTransaction } from '../../perform.ts';
import { hashPassword } from '../../platform/passwords.ts';
import type { Issue } from '../../statute/issue.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Setup } from '../contract.ts';
import { digestOfToken } from './session.ts';

const BASIS = '首次设置';

export function checkSetup({ agencyName, creditCode, ...officer }: Setup): Issue[] {
  const agency = checkAgency({ name: agencyName, kind: 'county', creditCode });
  return [
    ...agency.map((issue) => (issue.where === '/name' ? { ...issue, where: '/agencyName' } : issue)),
    ...checkOfficer(officer),
  ];
}

/** @param setup one that `checkSetup` has passed */
export async function setUp(house: House, setup: Setup): Promise<{ readonly ready: true } | Refusal> {
  const passwordHash = await hashPassword(setup.password);
  return inTransaction(house.db, async (tx) => {
    const now = house.now();
    if (!(await useSetupLink(tx, digestOfToken(setup.token), now)) || (await countOfficers(tx)) > 0)
      return refuse(
        'NOT_YOUR_LINK',
        BASIS,
        '这个设置链接不对，或者已经用过。请使用启动时显示的链接；已经设置过的，请直接登录。',
      );
    const [agencyId, officerId] = [house.newId(), house.newId()];
    const agency = { name: setup.agencyName.trim(), creditCode: setup.creditCode.trim() };
    await addAgency(tx, { id: agencyId, parentId: null, kind: 'county', contact: {}, ...agency });
    await addOfficer(tx, {
      id: officerId,
      agencyId,
      signInName: setup.signInName.trim(),
      name: setup.name.trim(),
      passwordHash,
      roles: [{ role: 'securityAdmin', agencyId }],
    });
    await append(
      tx,
      { room: 'people', verb: 'setUp', subject: agencyId, agencyId, basis: BASIS, content: agency },
      officerId,
      now,
    );
    return { ready: true } as const;
  });
}
