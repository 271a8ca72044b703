/** 我的会话: what the frame of the console shows of the officer and of the day. */

import { PLATFORM_WORKS } from '../../exchange/store/letters.ts';
import { countUnread } from '../../exchange/store/officer-notices.ts';
import { SEND } from '../../exchange/store/send.ts';
import { SHARE } from '../../exchange/store/sharing/connections.ts';
import { WECHAT_WORKS } from '../../exchange/store/wechat/works.ts';
import { capacitiesOf } from '../../people/actor.ts';
import { ROLES, type RoleName } from '../../people/role.ts';
import { listAgencies } from '../../people/store.ts';
import { TELL } from '../../perform.ts';
import { countPieces } from '../../platform/outbox/pieces.ts';
import { agenciesToRegisterAt } from '../../requests/permissions.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { LIGHT_TERMS } from '../../statute/reply-clock/light.ts';
import type { Room, SessionView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { agenciesIn, agenciesWith, type Officer, READERS } from '../reach.ts';

export async function sessionView(officer: Officer, { house, demoAccounts }: DeskDeps): Promise<SessionView> {
  const agencies = await listAgencies(house.db);
  const messengers = agenciesIn('messages', officer);
  return {
    name: officer.name,
    agency: agencies.find(({ id }) => id === officer.agencyId)?.name ?? '',
    roles: capacitiesOf(officer).flatMap(({ reach, actingFor }) =>
      (Object.keys(reach) as RoleName[]).map((role) => ROLES[role].term + (actingFor ? `（代${actingFor}）` : '')),
    ),
    rooms: (Object.keys(READERS) as Room[]).filter((room) => agenciesIn(room, officer).length > 0),
    unread: await countUnread(house.db, officer.id),
    unsent: (await countPieces(house.db, messengers, SEND, PLATFORM_WORKS)).dead,
    undelivered: (await countPieces(house.db, messengers, SHARE, [SEND, TELL, ...WECHAT_WORKS])).dead,
    mayRegister: agenciesToRegisterAt(officer).length > 0,
    headsOffice: agenciesWith(['officeHead'], officer).length > 0,
    today: civilDateAt(house.now()),
    lights: LIGHT_TERMS,
    demo: demoAccounts.length > 0,
  };
}
