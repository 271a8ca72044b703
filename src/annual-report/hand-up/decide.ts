/** The verbs of handing up, pure: what each makes of it, or why it is refused. */
import type { Agency } from '../../people/agency.ts';
import { doerOf } from '../../people/hand.ts';
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { isMissing } from '../../requests/decide/particulars.ts';
import { art } from '../../statute/articles.ts';
import { civilFromParts } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { AnnualReport } from '../annual-report.ts';
import { compileFigures } from '../compile.ts';
import { refuseYear } from '../decide.ts';
import { type Difference, refuseDiffering } from './differences.ts';
import { recordsOfCells, refuseCells } from './figure-cells.ts';
import type { HandUp, HandUpCommand, HandUpSource } from './hand-up.ts';

/** What the store finds: who hands up to whom, the version before, its own report, and whether records of its own are here. */
export interface LoadedHandUp {
  readonly agency: Agency;
  readonly toAgencyId: string | null;
  /** The newest version; of `accept` and `return` the one spoken of. */
  readonly last: HandUp | null;
  readonly report: AnnualReport | null;
  readonly keepsRecords: boolean;
  /** Where the figures spoken of were entered by hand: what the records of the agency and all below it say otherwise now. */
  readonly differences: readonly Difference[];
}

type Verb<Name extends HandUpCommand['verb']> = Extract<HandUpCommand, { verb: Name }>;

export function decideHandUp(loaded: LoadedHandUp, command: HandUpCommand, scene: Scene): Decision<HandUp> | Refusal {
  if (command.verb === 'handUp') return handUp(loaded, command, scene);
  if (command.verb === 'enterFigures') return enterFigures(loaded, command, scene);
  if (command.verb === 'keepEntered' || command.verb === 'countRecords') return answerRecords(loaded, command, scene);
  return settle(loaded, command, scene);
}

function handUp(loaded: LoadedHandUp, { year, why }: Verb<'handUp'>, scene: Scene): Decision<HandUp> | Refusal {
  const { agency, report } = loaded;
  const refusal = refuseUnfrozen(agency, year, report);
  return refusal ?? hand(loaded, year, { source: 'report', figures: report!.frozen!, why }, scene);
}

/** Nobody hands up what may still change. */
export function refuseUnfrozen(
  { name }: Pick<Agency, 'name'>,
  year: number,
  report: Pick<AnnualReport, 'frozen'> | null,
): Refusal | undefined {
  return report?.frozen
    ? undefined
    : refuse('ANR-47', art(49), `${name} ${year} 年的年报还没有定稿。请先定稿，再报送定稿的数。`);
}

/** [ANR-48] Where there are records, the figures come from them. */
export function refuseEntering(
  { name }: Pick<Agency, 'name'>,
  year: number,
  keepsRecords: boolean,
): Refusal | undefined {
  return keepsRecords
    ? refuse(
        'ANR-48',
        art(50),
        `${name} ${year} 年在本系统里有记录，报数要从记录来，不能另外录入。系统外办理的，请补录到台账、登记册。`,
      )
    : undefined;
}

function enterFigures(
  loaded: LoadedHandUp,
  { year, cells, why }: Verb<'enterFigures'>,
  scene: Scene,
): Decision<HandUp> | Refusal {
  const { agency, keepsRecords } = loaded;
  const kept = refuseEntering(agency, year, keepsRecords);
  if (kept) return kept;
  if (isMissing(why))
    return refuse('ANR-48', art(50), '请写明为什么人工录入，数从哪里来，由谁提供；这些话和数一起留存。');
  const wrong = refuseCells(cells, year);
  if (wrong) return wrong;
  const figures = compileFigures(agency.name, year, recordsOfCells(cells, year));
  return hand(loaded, year, { source: 'entered', figures, why }, scene);
}

function hand(
  { agency, toAgencyId, last }: LoadedHandUp,
  year: number,
  what: { readonly source: HandUpSource; readonly figures: HandUp['figures']; readonly why: string },
  scene: Scene,
): Decision<HandUp> | Refusal {
  const wrongYear = refuseYear(year, scene.today) ?? refuseRunning(year, scene);
  if (wrongYear) return wrongYear;
  if (toAgencyId === null) return refuse('ANR-47', art(49), `${agency.name}上面没有使用本系统的机关，不用报送。`);
  if (last?.state === 'waiting')
    return refuse('ANR-47', art(49), `第 ${last.version} 次报送还在等上一级接收。要改的，请上一级先退回。`);
  if (last?.state === 'accepted' && isMissing(what.why))
    return refuse(
      'ANR-49',
      art(49),
      '上一次报送已经接收。请写明这一次改正了什么、为什么改正；上一级接收以前，仍按上一次的数计入。',
    );
  const next: HandUp = {
    id: scene.newId(),
    agencyId: agency.id,
    toAgencyId,
    year,
    version: (last?.version ?? 0) + 1,
    ...what,
    why: what.why.trim(),
    state: 'waiting',
    handedBy: scene.actor.id,
    handedAt: scene.at,
    settledBy: null,
    settledAt: null,
    returnedWhy: null,
    settledWhy: null,
    differed: [],
  };
  return decided(next, what.source === 'report' ? 'handedUp' : 'enteredFigures', next.figures, [
    noticeTo(toAgencyId, 'figuresAwaited', next, agency.name, scene),
  ]);
}

/** 年度未结束不报: the figures of a running year are not those of the year. */
function refuseRunning(year: number, { today }: Pick<Scene, 'today'>): Refusal | undefined {
  const yearEnd = civilFromParts(year, 12, 31);
  return today <= yearEnd
    ? refuse('YEAR_NOT_OVER', art(49), `${year} 年还没有结束，${yearEnd} 以后才能报送。`)
    : undefined;
}

function settle(
  { last: spoken, agency, differences }: LoadedHandUp,
  command: Verb<'accept'> | Verb<'return'>,
  scene: Scene,
): Decision<HandUp> | Refusal {
  const last = spoken!;
  if (last.state !== 'waiting') return refuse('ANR-47', art(50), '这次报送已经接收或者退回，请刷新页面查看。');
  const settled = { settledBy: scene.actor.id, settledAt: scene.at } as const;
  if (command.verb === 'accept') {
    const why = command.why?.trim() ?? '';
    if (differences.length > 0 && isMissing(why)) return refuseDiffering(agency.name, differences);
    const accepted = { ...last, ...settled, state: 'accepted', ...answeredBy(differences, why) } as const;
    if (differences.length === 0) return decided(accepted, 'acceptedFigures', last.figures);
    const content = { figures: last.figures, differed: differences, why };
    return decided(accepted, 'acceptedDifferingFigures', content);
  }
  if (isMissing(command.why))
    return refuse('ANR-49', art(50), '请写明退回的理由：哪一格不对、怎么核对，报送的单位才知道改什么。');
  const next: HandUp = { ...last, ...settled, state: 'returned', returnedWhy: command.why.trim() };
  return decided(next, 'returnedFigures', { why: next.returnedWhy }, [
    noticeTo(last.agencyId, 'figuresReturned', next, last.figures.unit ?? '', scene),
  ]);
}

function answeredBy(differed: readonly Difference[], why: string): Pick<HandUp, 'differed' | 'settledWhy'> {
  return { differed, settledWhy: differed.length === 0 ? null : why };
}

/** [ANR-53] Records came after entered figures were accepted: they count all the same with a reason, or the records take their place. */
function answerRecords(
  { last, differences }: LoadedHandUp,
  { verb, why }: Verb<'keepEntered'> | Verb<'countRecords'>,
  scene: Scene,
): Decision<HandUp> | Refusal {
  const refusal = refuseAnswering(last, differences);
  if (refusal) return refusal;
  if (isMissing(why))
    return refuse('ANR-53', art(50), '请写明理由：录入的数和记录为什么不同，以哪一个为准，怎么核对的。');
  const reason = why.trim();
  const settled = {
    settledBy: scene.actor.id,
    settledAt: scene.at,
    settledWhy: reason,
    differed: differences,
  } as const;
  const content = { figures: last!.figures, differed: differences, why: reason };
  return verb === 'keepEntered'
    ? decided({ ...last!, ...settled }, 'keptEnteredFigures', content)
    : decided({ ...last!, ...settled, state: 'replaced' }, 'countedRecords', content);
}

/** @param last the version that counts */
export function refuseAnswering(
  last: Pick<HandUp, 'state' | 'source'> | null,
  differences: readonly Difference[],
): Refusal | undefined {
  if (last?.state !== 'accepted' || last.source !== 'entered')
    return refuse('ANR-53', art(50), '没有按人工录入的数计入，不用改。请刷新页面查看。');
  return differences.length > 0 ? undefined : refuse('ANR-53', art(50), '录入的数与本系统的记录没有不同，不用改。');
}

function noticeTo(agencyId: string, kind: string, handed: HandUp, unit: string, { actor }: Scene): Notice {
  return {
    kind,
    subject: `${handed.agencyId}/${handed.year}`,
    agencyId,
    to: { kind: 'roles', roles: ['reporter'], agencyId, except: [doerOf(actor.id)] },
    particulars: { unit, year: handed.year },
  };
}

function decided(next: HandUp, verb: string, content: unknown, notices: readonly Notice[] = []): Decision<HandUp> {
  const entry = { verb, subject: next.id, agencyId: next.agencyId, basis: art(49), content };
  return { next, entry, notices };
}
