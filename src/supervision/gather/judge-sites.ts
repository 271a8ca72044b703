/**
 * 每日判断 [SUP-63]: what the house itself knows of the lines of the inspection: letters that wait, the last post of its accounts, the certificate and IPv6 of each
 * site. Letters and accounts of an agency and of those below it count for the sites it calls its own.
 */

import { accountsOf } from '../../exchange/store/accounts/accounts.ts';
import { listLetters } from '../../interaction/store/letter-lists.ts';
import { lastInteraction } from '../../interaction/store.ts';
import { type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilDateAt, yearOf } from '../../statute/civil-date.ts';
import type { Judged } from '../alerts.ts';
import { certificateExpiry } from '../checks/certificate-expiry.ts';
import { ipv6Ready } from '../checks/ipv6-ready.ts';
import { lettersUnanswered } from '../checks/letters-unanswered.ts';
import { silentAccounts } from '../checks/silent-account.ts';
import type { WatchedSite } from '../site.ts';
import { saveVerdicts, verdictsOf } from '../store/probes.ts';
import { watchedSites } from '../store/sites.ts';
import { columnsJudged } from './judge-columns.ts';
import type { SeeLine } from './see-line.ts';

/** The longest waiting stand first and decide. */
const LETTERS_READ = 50;

/** Once a day each site. @returns how many were judged now */
export async function judgeSites({ db, now }: House, seeLine: SeeLine): Promise<number> {
  const today = civilDateAt(now());
  let judged = 0;
  for (const site of await watchedSites(db)) {
    const known = await verdictsOf(db, site.id);
    if (known.some(({ indicator, on }) => indicator === 'certificate' && on === today)) continue;
    const { certificate, ipv6 } = await seeLine(site.address);
    const verdicts: Judged[] = [
      { indicator: 'certificate', verdict: certificateExpiry(certificate, today) },
      { indicator: 'ipv6', verdict: ipv6Ready(ipv6) },
      ...(await columnsJudged({ db }, site.id, today)),
      ...(site.own ? await ofTheHouse(db, site, today) : []),
    ];
    await db.transaction().execute((tx) => saveVerdicts(tx, site.id, verdicts, today));
    judged += 1;
  }
  return judged;
}

async function ofTheHouse(db: Db, { agencyId }: WatchedSite, today: CivilDate): Promise<Judged[]> {
  const agencies: AgencyId[] = subtreeOf(agencyId, await listAgencies(db));
  const { lines } = await listLetters(db, agencies, 'open', { number: 1, size: LETTERS_READ });
  const accounts = await accountsOf(db, agencies, yearOf(today));
  const loose = await lastInteraction(db, agencies, 'post');
  const waiting = lines.map(({ receivedOn }) => receivedOn);
  return [
    { indicator: 'letters', verdict: lettersUnanswered(waiting, today) },
    { indicator: 'accounts', verdict: silentAccounts(accounts, loose, today) },
  ];
}
