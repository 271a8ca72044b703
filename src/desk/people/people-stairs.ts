/** How changes of agencies and officers climb. The room stands left of the staircase, so the face that offers its verbs ties them. */
import { reportedYears } from '../../annual-report/store/hand-ups.ts';
import {
  type AdministrationChange,
  type AdministrationCommand,
  type AdministrationLoaded,
  decide,
  permit,
} from '../../people/administration.ts';
import { living } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import { closeFeedOf } from '../../people/store/calendar-feeds.ts';
import {
  closeSessionsOf,
  countOtherAdministrators,
  isSignInNameTaken,
  lockOfficer,
  saveOfficer,
  savePassword,
} from '../../people/store/officers.ts';
import { lockTree } from '../../people/store/reorganisations.ts';
import { removeSecondFactor } from '../../people/store/second-factors.ts';
import { addAgency, addOfficer, listAgencies, saveFounding } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';

const BASIS = '岗位权限';

/** @param combined [SEC-52] this installation lets one person hold what should be apart */
export const peopleStairs = (
  combined: boolean,
): Stairs<AdministrationLoaded, AdministrationChange, AdministrationCommand> => ({
  room: 'people',
  load: (tx, command) => load(tx, command, combined),
  permit,
  decide(loaded, command, scene) {
    const next = decide(loaded, command, scene.newId());
    if (isRefusal(next)) return next;
    const subject = 'agency' in next ? next.agency : next.officer;
    const agencyId = 'agency' in next ? next.agency.id : next.officer.agencyId;
    // The ledger tells that a password was set, never anything made from it.
    return {
      next,
      entry: { verb: TRACES[command.verb], subject: subject.id, agencyId, basis: BASIS, content: subject },
      notices:
        command.verb === 'setPassword' && subject.id !== scene.actor.id ? [passwordSet(subject.id, agencyId)] : [],
    };
  },
  async save(tx, next, _loaded, { actor }) {
    if ('agency' in next) return next.added ? addAgency(tx, next.agency) : saveFounding(tx, next.agency);
    const { officer, passwordHash, added } = next;
    if (added)
      return addOfficer(tx, { ...officer, passwordHash: passwordHash!, passwordDue: true, roles: officer.rights });
    await saveOfficer(tx, officer);
    // [SEC-40] With a new password from the administrator whoever lost his telephone begins anew.
    if (passwordHash) {
      await savePassword(tx, officer.id, passwordHash, officer.id !== actor.id);
      await removeSecondFactor(tx, officer.id);
    }
    if (!passwordHash && officer.active) return;
    await closeSessionsOf(tx, officer.id);
    await closeFeedOf(tx, officer.id);
  },
});

/** [SEC-53] */
function passwordSet(officerId: string, agencyId: string): Notice {
  const to = { kind: 'officer', officerId } as const;
  return { kind: 'passwordSet', subject: officerId, agencyId, to, particulars: {} };
}

const TRACES: Readonly<Record<AdministrationCommand['verb'], string>> = {
  addOfficer: 'addedOfficer',
  addAgency: 'addedAgency',
  setFounding: 'setFounding',
  giveRoles: 'gaveRoles',
  stop: 'stoppedOfficer',
  resume: 'resumedOfficer',
  setPassword: 'setPassword',
};

async function load(
  tx: Tx,
  command: AdministrationCommand,
  mayCombine: boolean,
): Promise<AdministrationLoaded | Refusal> {
  if (command.verb === 'setFounding') await lockTree(tx);
  const agencies = await listAgencies(tx);
  // [ORG-2] Nobody and nothing is added to an agency that has ended.
  const agencyIds = living(agencies).map(({ id }) => id);
  const none = { agencyIds, officer: null, founding: null, nameTaken: false, otherAdministrators: 0, mayCombine };
  if (command.verb === 'addAgency') {
    if (!agencyIds.includes(command.parentId)) return refuse('NO_SUCH_AGENCY', BASIS, '没有这个上级机关，请重新选择。');
    return { ...none, nameTaken: agencies.some(({ name }) => name === command.name.trim()) };
  }
  if (command.verb === 'setFounding') {
    const agency = agencies.find(({ id }) => id === command.agencyId);
    if (!agency) return refuse('NO_SUCH_AGENCY', BASIS, '没有这个机关，请刷新列表。');
    return { ...none, founding: { agency, reported: await reportedYears(tx, agency.id) } };
  }
  if (command.verb === 'addOfficer')
    return { ...none, nameTaken: await isSignInNameTaken(tx, command.signInName.trim()) };
  const otherAdministrators = await countOtherAdministrators(tx, command.officerId);
  const officer = await lockOfficer(tx, command.officerId);
  return officer
    ? { ...none, officer, otherAdministrators }
    : refuse('NO_SUCH_OFFICER', BASIS, '没有这个人员，请刷新列表。');
}
