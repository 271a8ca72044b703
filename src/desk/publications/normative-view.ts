/** 规范性文件台账 [PUB-97]: what is in force, what is to be looked at, what has ended; the sheet of it. */
import { permitInSome } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { kindOf } from '../../publications/document-kinds.ts';
import {
  FORCE_VERDICTS,
  type ForceStanding,
  type ForceVerdict,
  forceStanding,
  permitForceReview,
  type RegisteredDocument,
} from '../../publications/force-review.ts';
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import { permit } from '../../publications/permissions.ts';
import { forceRegister } from '../../publications/store/force-reviews.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import type { RegisterLine, RegisterView } from '../contract/normative.ts';
import { enter, type Officer } from '../reach.ts';
import { REGISTER_GROUPS, type RegisterGroup, type RegisterQuery } from './normative-schemas.ts';

const PAGE_SIZE = 50;

interface Entry {
  readonly document: RegisteredDocument;
  readonly standing: ForceStanding;
}

export async function registerView(
  officer: Officer,
  { show, page = 1 }: RegisterQuery,
  house: House,
): Promise<RegisterView | Refusal> {
  const entries = await entriesFor(officer, house);
  if (isRefusal(entries)) return entries;
  const names = Object.keys(REGISTER_GROUPS) as RegisterGroup[];
  const groups = names.map((name) => ({ name, term: REGISTER_GROUPS[name], total: inGroup(entries, name).length }));
  const shown = show ?? (groups[0]!.total > 0 ? 'waits' : 'valid');
  const { normativeReviewYears: years, normativeRemindDays: days } = house.calendar().settings;
  const found = inGroup(entries, shown);
  return {
    groups,
    shown,
    lines: await linesOf(found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), officer, house),
    total: found.length,
    pageSize: PAGE_SIZE,
    verdicts: (Object.keys(FORCE_VERDICTS) as ForceVerdict[]).map((name) => ({ name, ...FORCE_VERDICTS[name] })),
    clock: { years, days },
  };
}

/** One of them, as it stands now. */
export async function registerLine(
  officer: Officer,
  id: string,
  house: House,
): Promise<{ readonly line: RegisterLine; readonly document: RegisteredDocument } | Refusal | undefined> {
  const entries = await entriesFor(officer, house);
  if (isRefusal(entries)) return entries;
  const entry = entries.find(({ document }) => document.id === id);
  if (!entry) return undefined;
  const [line] = await linesOf([entry], officer, house);
  return { line: line!, document: entry.document };
}

async function entriesFor(officer: Officer, house: House): Promise<readonly Entry[] | Refusal> {
  const agencies = enter('publications', officer);
  return isRefusal(agencies) ? agencies : standingsOf(agencies, house);
}

/** Of these agencies, each with how it stands today. */
export async function standingsOf(agencies: readonly AgencyId[], house: House): Promise<Entry[]> {
  const today = civilDateAt(house.now());
  const { settings } = house.calendar();
  const register = await forceRegister(house.db, agencies);
  return register.map((document) => ({ document, standing: forceStanding(document, today, settings) }));
}

function inGroup(entries: readonly Entry[], group: RegisterGroup): Entry[] {
  if (group === 'waits')
    return entries
      .filter(({ standing }) => standing.waits)
      .sort((a, b) => a.standing.dueOn!.localeCompare(b.standing.dueOn!));
  return entries.filter(({ standing: { endedOn, validity } }) => {
    if (group === 'ended') return endedOn !== null;
    return endedOn === null && (validity === 'notYet') === (group === 'notYet');
  });
}

async function linesOf(entries: readonly Entry[], officer: Officer, house: House): Promise<RegisterLine[]> {
  const today = civilDateAt(house.now());
  const hands = entries.flatMap(({ document: { lastReview } }) => lastReview?.by ?? []);
  const [nameOf, names] = await Promise.all([agencyNames(house.db), namesOfOfficers(house.db, [...new Set(hands)])]);
  return entries.map(({ document, standing }) => {
    const { id, agencyId, kind, title, docNo, writtenOn, effectiveOn, expiresOn, lastReview } = document;
    const { validity, endedOn, dueOn, dueFor, light, waits } = standing;
    const may = (verb: 'revise' | 'repeal') =>
      endedOn === null &&
      permitInSome(officer, (as) => permit(verb, as, { agencyId, state: 'published', draft: null })).allowed;
    const permission = permitInSome(officer, (as) => permitForceReview(as, agencyId));
    return {
      ...{ id, agency: nameOf(agencyId), kind: kindOf(kind).term, title, docNo, writtenOn, effectiveOn, expiresOn },
      ...{ validity: VALIDITY_TERMS[validity], endedOn, dueOn, dueFor, light, waits },
      workdaysLeft: dueOn && workdaysBetween(today, dueOn, house.calendar()),
      lastReview: lastReview && {
        ...{
          n: lastReview.n,
          on: lastReview.on,
          verdict: FORCE_VERDICTS[lastReview.verdict].term,
          why: lastReview.why,
        },
        by: names.get(lastReview.by) ?? '已离任人员',
      },
      leadsTo: { revise: may('revise'), repeal: document.ending === null && may('repeal') },
      mayNot: endedOn !== null ? '已经停止有效。' : permission.allowed ? null : permission.refusal.says,
    };
  });
}

const COLUMNS: Readonly<Record<string, (line: RegisterLine) => string | null>> = {
  标题: ({ title }) => title,
  发文字号: ({ docNo }) => docNo,
  制定机关: ({ agency }) => agency,
  种类: ({ kind }) => kind,
  成文日期: ({ writtenOn }) => writtenOn,
  施行日期: ({ effectiveOn }) => effectiveOn,
  有效期至: ({ expiresOn }) => expiresOn ?? '没有写明',
  有效性: ({ validity }) => validity,
  停止有效: ({ endedOn }) => endedOn,
  下次清理或到期: ({ dueOn }) => dueOn,
  原因: ({ dueFor }) => dueFor,
  最近一次清理: ({ lastReview }) => lastReview?.on ?? null,
  清理结果: ({ lastReview }) => lastReview?.verdict ?? null,
  依据和理由: ({ lastReview }) => lastReview?.why ?? null,
};

/** The whole register, as the officer may see it. */
export async function registerSheet(officer: Officer, house: House): Promise<FilledSheet | Refusal> {
  const entries = await entriesFor(officer, house);
  if (isRefusal(entries)) return entries;
  const today: CivilDate = civilDateAt(house.now());
  const lines = await linesOf(entries, officer, house);
  return {
    title: `规范性文件台账 ${today}`,
    heads: Object.keys(COLUMNS),
    lines: lines.map((line) => Object.values(COLUMNS).map((cell) => cell(line))),
    notes: [`截至 ${today}，共 ${lines.length} 件。有效性由日期推算。`],
  };
}
