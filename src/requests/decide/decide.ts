/** 办理: from what is and what is asked to what will be, or to why not. What every act has in common is settled here once. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { inProse, parseCivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { type FileCommand, type OpeningCommand, opensFile, type RequestCommand } from '../commands.ts';
import { tryClock } from '../deadlines.ts';
import type { NewFact, RequestFact } from '../facts.ts';
import type { ActedFile, InfoRequest, OpenedFile, RequestFile } from '../info-request.ts';
import { issue, markOf, type Numbers } from '../letters/issue.ts';
import type { Letter, LetterOffice } from '../letters/letter.ts';
import { noticesOf } from '../notices.ts';
import { redoUnderWay } from '../redo.ts';
import { openingContent } from '../traces.ts';
import { verbOf } from '../verbs.ts';
import { openWithCarriedOver } from './open-with-carried-over.ts';
import type { OpeningScene } from './opening.ts';
import { register } from './register.ts';
import type { FileScene } from './verb.ts';

/** What the store found: the file or the numbers a new one would get, who signs its letters, and the 文号 they would get. */
export type Loaded = { readonly office: LetterOffice; readonly numbers: Numbers } & (
  | { readonly file: null; readonly nextNumber: string; readonly queryNumber: string }
  | ({ readonly file: RequestFile } & Pick<FileScene, 'released' | 'agencies' | 'placeInMonth' | 'jointly'>)
);

export function decide(
  loaded: Loaded,
  command: RequestCommand,
  scene: Scene,
): Decision<ActedFile | OpenedFile> | Refusal {
  // [REQ-34] Recorded later than it happened is the reality of paper; recorded before it happens is a false record.
  if (parseCivilDate(command.on) === undefined)
    return refuse('REQ-34', art(45), '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (command.on > scene.today) return refuse('REQ-34', art(45), '不能登记还没有发生的事，日期最晚为今天。');
  if (opensFile(command)) {
    if (loaded.file !== null) throw new Error('an opening needs no file');
    return open(command, { ...scene, nextNumber: loaded.nextNumber, queryNumber: loaded.queryNumber }, loaded);
  }
  if (loaded.file === null) throw new Error(`${command.verb} needs a file`);
  return act(loaded.file, command, scene, loaded);
}

type Desk = Pick<Loaded, 'office' | 'numbers'>;

function open(command: OpeningCommand, scene: OpeningScene, desk: Desk): Decision<OpenedFile> | Refusal {
  const opening = command.verb === 'register' ? register(command, scene) : openWithCarriedOver(command, scene);
  if (isRefusal(opening)) return opening;
  const id = scene.newId();
  const { agencyId, channel, applicantKind, wanted, formWanted } = command;
  const request = {
    id,
    agencyId,
    ...opening.request,
    queryNumber: scene.queryNumber,
    channel,
    applicantKind,
    wanted: wanted.trim(),
    formWanted,
    outcome: null,
    reportRow: null,
    closedOn: null,
    repliedOn: null,
  };
  // What was carried over had its receipt on paper.
  const asks = command.verb === 'register' ? issue : () => [];
  const made = withLetters(request, [], recorded(opening.facts, 0, scene), scene, desk, asks);
  if (isRefusal(made)) return made;
  const { facts, issued } = made;
  return {
    next: { request, facts, codeDigest: command.codeDigest, applicant: command.applicant, issued },
    entry: {
      verb: opening.trace,
      subject: id,
      agencyId,
      basis: opening.basis,
      content: openingContent(request, facts),
    },
    // What was carried over is known to those who enter it, and old news to the applicant.
    notices: command.verb === 'register' ? noticesOf(request, facts, facts, scene) : [],
  };
}

function act(
  file: RequestFile,
  command: FileCommand,
  scene: Scene,
  desk: Desk & Pick<FileScene, 'released' | 'agencies' | 'placeInMonth' | 'jointly'>,
): Decision<ActedFile> | Refusal {
  const verb = verbOf(command.verb);
  const { request, facts, codeDigest } = file;
  if (command.on < request.arrivedOn)
    return refuse('REQ-34', art(45), `申请是${inProse(request.arrivedOn)}到达的，办理的日期不能更早，请核对。`);
  const redo = redoUnderWay(facts);
  if (redo && command.on < redo.on)
    return refuse('REM-15', art(45), `${inProse(redo.on)}才重新办理，重新答复的日期不能更早，请核对。`);
  if (scene.actor.kind === 'public' && command.on !== scene.today)
    return refuse('REQ-34', art(45), '网上办理以当日为准，请重新提交。');
  const forbidden = verb.may?.(file, command.on, scene.calendar, scene.actor);
  if (forbidden) return forbidden;
  const change = verb.act(file, command, {
    ...scene,
    nextReplyNumber: desk.numbers.reply ?? '',
    office: desk.office,
    released: desk.released,
    agencies: desk.agencies,
    placeInMonth: desk.placeInMonth,
    jointly: desk.jointly,
  });
  if (isRefusal(change)) return change;
  const changed = { ...request, ...change.set, state: change.state ?? request.state };
  const made = withLetters(changed, facts, recorded([change.fact], facts.length, scene), scene, desk);
  if (isRefusal(made)) return made;
  return {
    next: { request: changed, facts: made.facts, codeDigest: change.codeDigest ?? codeDigest, issued: made.issued },
    entry: {
      verb: verb.trace,
      subject: request.id,
      agencyId: request.agencyId,
      basis: verb.basis,
      content: made.facts.slice(facts.length),
    },
    notices: noticesOf(changed, made.facts, made.facts.slice(facts.length), scene),
  };
}

/**
 * The newest fact with the marks of the letters it issues. [REQ-44] Whatever a verb has missed: a history the clock cannot read is refused
 * before it is written.
 */
function withLetters(
  request: InfoRequest,
  before: readonly RequestFact[],
  added: readonly RequestFact[],
  { today, calendar }: Scene,
  { office, numbers }: Desk,
  lettersOf: typeof issue = issue,
): { readonly facts: readonly RequestFact[]; readonly issued: readonly Letter[] } | Refusal {
  const facts = [...before, ...added];
  const clock = tryClock({ request, facts }, today, calendar);
  if (isRefusal(clock)) return clock;
  const issued = lettersOf({ request, facts, office, due: clock.due }, numbers);
  if (issued.length === 0) return { facts, issued };
  const last = { ...facts.at(-1)!, letters: issued.map(markOf) };
  return { facts: [...facts.slice(0, -1), last], issued };
}

function recorded(facts: readonly NewFact[], after: number, { at, actor }: Scene): RequestFact[] {
  return facts.map((fact, i) => ({ ...fact, n: after + i + 1, recordedAt: at.toISOString(), by: actor.id }));
}
