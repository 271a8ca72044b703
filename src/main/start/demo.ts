/** 演示县 at the start: loaded into an empty database, and its accounts, which the terminal and the sign-in page list. */
import { DEMO_PASSWORD, OFFICERS } from '../../../demo/county.ts';
import { loadDemo } from '../../../demo/load-demo.ts';
import type { DemoAccount } from '../../desk/contract.ts';
import { ROLES } from '../../people/role.ts';
import { urlOf } from '../../platform/listen-address.ts';
import { hashPassword } from '../../platform/passwords.ts';
import type { Installation } from './installation.ts';
import type { Progress } from './progress.ts';

export async function fillWithDemo({ house, keys, config }: Installation, progress: Progress): Promise<void> {
  progress.report(0, 1, LOADING);
  await loadDemo({
    house,
    keys,
    passwordHash: await hashPassword(DEMO_PASSWORD),
    portal: `${urlOf(config.portal)}/`,
    onProgress: (done, all) => progress.report(done, all, LOADING),
    stopped: progress.stopped,
  });
}

const LOADING = '正在装入演示县一年的工作';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = OFFICERS.map(({ signInName, name, roles }) => ({
  signInName,
  password: DEMO_PASSWORD,
  name,
  roles: roles.map((role) => ROLES[role].term).join('、'),
}));

export function describeDemo(): readonly string[] {
  const accounts = DEMO_ACCOUNTS.map(({ signInName, name, roles }) => `    ${signInName.padEnd(10)}${name}  ${roles}`);
  return [
    '  以上是演示数据：单位、人员、文件和数字都是虚构的，只能在这台电脑上打开。',
    `  工作台的演示账号（密码都是 ${DEMO_PASSWORD}）：`,
    ...accounts,
    '',
  ];
}
