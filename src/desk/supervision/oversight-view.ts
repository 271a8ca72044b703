/** 考核评议 on screen: a year of records and complaints, and the same as a sheet. */
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { complaintDue } from '../../supervision/accountability/decide.ts';
import {
  COMPLAINT_GROUNDS,
  COMPLAINT_MEASURES,
  COMPLAINT_VERDICTS,
  type DisclosureComplaint,
  OVERSIGHT_KINDS,
  type OversightKind,
} from '../../supervision/accountability/oversight.ts';
import { OVERSIGHT_ROLES } from '../../supervision/accountability/permissions.ts';
import { complaintsOf, oversightOf, oversightYear } from '../../supervision/store/accountability.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import type { ComplaintLine, OversightPage } from '../contract/oversight.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesWith, enterWith, type Officer, READERS } from '../reach.ts';

/** Who reads: whoever reads findings, and who handles the law of disclosure. */
const OVERSIGHT_READERS = [...new Set([...READERS.findings, ...OVERSIGHT_ROLES])];

export async function oversightPage(
  officer: Officer,
  asked: number | undefined,
  house: House,
): Promise<OversightPage | Refusal> {
  const agencies = enterWith(OVERSIGHT_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const { db } = house;
  const today = civilDateAt(house.now());
  const year = asked ?? yearOf(today);
  const [records, complaints] = [await oversightOf(db, agencies, year), await complaintsOf(db, agencies, year)];
  const hands = [
    ...records.map(({ recordedBy }) => recordedBy),
    ...complaints.flatMap(({ answeredBy }) => answeredBy ?? []),
  ];
  const names = await namesOfOfficers(db, [...new Set(hands)]);
  const called = (by: string) => handOf({ by }, names);
  const nameOf = await agencyNames(db);
  const mayRecord = agenciesWith(OVERSIGHT_ROLES, officer);
  return {
    year,
    today,
    records: records.map((one) => ({
      ...{ id: one.id, kind: OVERSIGHT_KINDS[one.kind].term, about: nameOf(one.aboutId), on: one.on },
      ...{ title: one.title, result: one.result, by: called(one.recordedBy), withdrawnBecause: one.withdrawnBecause },
    })),
    complaints: complaints.map((one) => complaintLine(one, house, nameOf, called)),
    counts: [
      ...(Object.keys(OVERSIGHT_KINDS) as OversightKind[]).map((kind) => ({
        term: OVERSIGHT_KINDS[kind].term,
        count: records.filter((one) => one.kind === kind && one.withdrawnBecause === null).length,
      })),
      { term: '投诉、举报', count: complaints.filter(({ receivedOn }) => yearOf(receivedOn) === year).length },
    ],
    text: await oversightYear(db, agencies, year),
    agencies: agencyTerms(mayRecord, nameOf),
    about: agencyTerms(mayRecord, nameOf),
    kinds: terms(OVERSIGHT_KINDS),
    grounds: terms(COMPLAINT_GROUNDS),
    verdicts: Object.entries(COMPLAINT_VERDICTS).map(([name, { term, found }]) => ({ name, term, found })),
    measures: terms(COMPLAINT_MEASURES),
  };
}

/** @param called who answered, by name; not asked of one that is open */
export function complaintLine(
  one: DisclosureComplaint,
  house: House,
  nameOf: (id: string) => string,
  called: (by: string) => string = (by) => by,
): ComplaintLine {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const dueOn = complaintDue(one, calendar);
  const { verdict, measure, answeredOn, answeredBy } = one;
  return {
    ...{ id: one.id, number: one.number, about: nameOf(one.aboutId), ground: COMPLAINT_GROUNDS[one.ground].term },
    ...{ receivedOn: one.receivedOn, dueOn, says: one.says },
    light: answeredOn === null ? lightOf(dueOn, false, today, calendar) : 'done',
    workdaysLeft: workdaysBetween(today, dueOn, calendar),
    answered:
      verdict && measure && answeredOn && answeredBy
        ? {
            ...{ on: answeredOn, by: called(answeredBy), text: one.answer },
            ...{ verdict: COMPLAINT_VERDICTS[verdict].term, measure: COMPLAINT_MEASURES[measure].term },
          }
        : null,
  };
}

function terms(table: Readonly<Record<string, { readonly term: string }>>) {
  return Object.entries(table).map(([name, { term }]) => ({ name, term }));
}

/** 年度的记录和投诉 as a sheet, withdrawn ones marked. */
export function oversightSheet({ year, records, complaints, counts }: OversightPage): FilledSheet {
  return {
    title: `监督保障记录 ${year}`,
    heads: ['种类', '编号', '对象', '日期', '事项', '结果', '期限', '办结', '说明'],
    lines: [
      ...records.map((one) => [
        ...[one.kind, '', one.about, one.on, one.title, one.result, '', ''],
        one.withdrawnBecause === null ? '' : `已撤回：${one.withdrawnBecause}`,
      ]),
      ...complaints.map(({ number, about, receivedOn, says, dueOn, answered, ground }) => [
        ...['投诉、举报', number, about, receivedOn, says],
        answered ? `${answered.verdict}，${answered.measure}` : '办理中',
        ...[dueOn, answered?.on ?? '', ground],
      ]),
    ],
    notes: [`${year}年：${counts.map(({ term, count }) => `${term} ${count} 项`).join('，')}。撤回的不计。`],
  };
}
