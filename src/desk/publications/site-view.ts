/** 站点编排 on screen. */
import { permitInSome } from '../../people/actor.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { permitSite } from '../../publications/site/decide-site.ts';
import { type GreyPeriod, isGreyOn } from '../../publications/site/grey-period.ts';
import { BLOCK_KINDS, documentsNamed, type HomeBlock } from '../../publications/site/home-blocks.ts';
import { allColumns, specialColumns } from '../../publications/store/columns.ts';
import { latestIn } from '../../publications/store/lists.ts';
import { greyPeriods, homeOf, pinnedAnswers, siteAgency } from '../../publications/store/site.ts';
import { titlesOf } from '../../publications/store/titles.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import type { GreyLine, SiteBlock, SiteDocument, SiteView } from '../contract/site.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesIn, enter, type Officer } from '../reach.ts';
import { columnChoices } from './column-choices.ts';

/** Of the county alone: an officer of one department finds no site of his own. */
export async function siteFor(officer: Officer, house: House): Promise<string | Refusal> {
  const room = enter('publications', officer);
  if (isRefusal(room)) return room;
  const agencyId = await siteAgency(house.db);
  if (agencyId !== undefined && agenciesIn('publications', officer).includes(agencyId)) return agencyId;
  return refuse('NOT_YOUR_AGENCY', '岗位权限', '站点由县政府的同事编排。需要调整的，请告诉他们。');
}

export async function siteView(officer: Officer, house: House): Promise<SiteView | Refusal> {
  const agencyId = await siteFor(officer, house);
  if (isRefusal(agencyId)) return agencyId;
  const { db } = house;
  const today = civilDateAt(house.now());
  const [home, pins, greys, own, columns, nameOf] = await Promise.all([
    homeOf(db, agencyId),
    pinnedAnswers(db),
    greyPeriods(db),
    specialColumns(db),
    allColumns(db),
    agencyNames(db),
  ]);
  const documents = await titlesOf(db, [...documentsNamed(home.blocks), ...pins.map(({ documentId }) => documentId)]);
  const shown = (id: string): SiteDocument => documents.get(id) ?? { id, title: '', publishedOn: null };
  const hands = [home.by, ...pins.map(({ pinnedBy }) => pinnedBy), ...greys.map(({ setBy }) => setBy)];
  const names = await namesOfOfficers(db, [...new Set(hands.filter((one) => one !== null))]);
  const called = (by: string) => handOf({ by }, names);
  const counted = await Promise.all(
    own.map(async ({ key }) => (await latestIn(db, key, { number: 1, size: 1 }, today)).total),
  );
  const permission = permitInSome(officer, (as) => permitSite(as, { agencyId }));
  return {
    today,
    agency: { name: agencyId, term: nameOf(agencyId) },
    mayNot: permission.allowed ? null : permission.refusal.says,
    home: {
      version: home.version,
      by: home.by && called(home.by),
      on: home.at && civilDateAt(home.at),
      blocks: home.blocks.map((block) => blockShown(block, shown)),
    },
    blockKinds: Object.entries(BLOCK_KINDS).map(([name, kind]) => ({ name, ...kind })),
    columns: columnChoices(columns),
    pins: pins.map((pin) => ({
      ...{ id: pin.id, words: pin.words, document: shown(pin.documentId) },
      ...{ by: called(pin.pinnedBy), on: civilDateAt(pin.pinnedAt) },
    })),
    greys: greys.map((grey) => greyLine(grey, today, called)),
    specials: own.map(({ key, name, purpose, place, openedOn, closedOn }, i) => ({
      ...{ key, name, purpose, place, openedOn, closedOn, documents: counted[i]! },
    })),
  };
}

function blockShown(block: HomeBlock, shown: (id: string) => SiteDocument): SiteBlock {
  if (block.block !== 'pinned') return block;
  return { block: 'pinned', title: block.title, documents: block.documentIds.map(shown) };
}

function greyLine(grey: GreyPeriod, today: CivilDate, called: (by: string) => string): GreyLine {
  const { id, from, until, orderedBy, reason, setBy, ended } = grey;
  const over = until < today ? 'over' : 'coming';
  return {
    ...{ id, from, until, orderedBy, reason, by: called(setBy), endedOn: ended?.on ?? null },
    state: ended ? 'ended' : isGreyOn(grey, today) ? 'now' : over,
  };
}
