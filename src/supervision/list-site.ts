/** 登记站点 [SUP-51]: a home page on the web, once, with a name. What it may be is asked again by the guard at every look. */
import type { AgencyId } from '../people/agency.ts';
import type { Decision, Scene } from '../perform.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { WatchedSite } from './site.ts';

export interface ListSite {
  readonly verb: 'listSite';
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly address: string;
  readonly own: boolean;
}

const BASIS = '国办秘函〔2019〕19号';

export function decideSite(
  listed: readonly WatchedSite[],
  command: ListSite,
  { newId }: Scene,
): Decision<WatchedSite> | Refusal {
  const name = command.name.trim();
  if (name === '') return refuse('NAME_MISSING', BASIS, '请填写站点名称。');
  const address = homeFrom(command.address);
  if (address === undefined)
    return refuse('ADDRESS_WRONG', BASIS, '请填写首页的完整网址，以 http:// 或者 https:// 开头，不带用户名。');
  if (listed.some((site) => site.address === address))
    return refuse('ALREADY_LISTED', BASIS, '这个站点已经登记，不用再登记。');
  const { agencyId, own } = command;
  const next: WatchedSite = {
    id: newId(),
    agencyId,
    name,
    address,
    own,
    internal: false,
    hosts: [],
    scriptHosts: [],
    columns: new Map(),
  };
  return {
    next,
    entry: { verb: 'listedSite', subject: next.id, agencyId, basis: BASIS, content: { name, address, own } },
  };
}

function homeFrom(text: string): string | undefined {
  const typed = text.trim();
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = '';
  return url.href;
}
