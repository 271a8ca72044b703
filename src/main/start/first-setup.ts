/** 首次设置: there is no default password; whoever reads the terminal gets a link that works once. */
import { digestOfToken, newToken } from '../../desk/people/session.ts';
import { offerSetupLink } from '../../people/store.ts';
import { type House, inTransaction } from '../../perform.ts';
import type { Describe } from './prepare.ts';

/** A new link at every start until there are officers; those of earlier starts lose their force. */
export async function offerSetup(house: House): Promise<Describe> {
  const token = newToken();
  await inTransaction(house.db, (tx) => offerSetupLink(tx, digestOfToken(token), house.now()));
  return ({ desk }) => [
    '  还没有设置。请用浏览器打开下面的链接，建立本机关和第一位安全管理员。',
    '  链接只能用一次，不要发给别人；每次启动换一个新的。',
    // After the #, which browsers send to nobody.
    `    ${desk}/set-up#${token}`,
    '',
  ];
}

/** The link is of the desk: a portal alone can show none, and must not take its force from the one the desk has printed [OPS-26]. */
export const setupElsewhere: Describe = () => [
  '  还没有设置。请启动工作台的进程，用浏览器打开它打印的设置链接；设置以前门户只说明正在建设。',
  '',
];
