/** 办理: from what is and what is asked to what will be, or to why not. What every act has in common is settled here once. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { inProse, parseCivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { type FileCommand, type OpeningCommand, opensFile, type RequestCommand } from '../commands.ts';
import { tryClock } from '../deadlines.ts';
import type { NewFact, RequestFact } from '../facts.ts';
import type { OpenedFile, RequestFile } from '../info-request.ts';
import { openingContent } from '../traces.ts';
import { verbOf } from '../verbs.ts';
import { openWithCarriedOver } from './open-with-carried-over.ts';
import type { OpeningScene } from './opening.ts';
import { register } from './register.ts';

/** What the store found: the numbers a new file would get, or the file and the number its reply would get. */
export type Loaded =
  | { readonly file: null; readonly nextNumber: string; readonly queryNumber: string }
  | { readonly file: RequestFile; readonly nextReplyNumber: string };

export function decide(
  loaded: Loaded,
  command: RequestCommand,
  scene: Scene,
): Decision<RequestFile | OpenedFile> | Refusal {
  // [REQ-34] Recorded later than it happened is the reality of paper; recorded before it happens is a false record.
  if (parseCivilDate(command.on) === undefined)
    return refuse('REQ-34', art(45), '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (command.on > scene.today) return refuse('REQ-34', art(45), '不能登记还没有发生的事，日期最晚为今天。');
  if (opensFile(command)) {
    if (loaded.file !== null) throw new Error('an opening needs no file');
    return open(command, { ...scene, nextNumber: loaded.nextNumber, queryNumber: loaded.queryNumber });
  }
  if (loaded.file === null) throw new Error(`${command.verb} needs a file`);
  return act(loaded.file, loaded.nextReplyNumber, command, scene);
}

function open(command: OpeningCommand, scene: OpeningScene): Decision<OpenedFile> | Refusal {
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
  const facts = recorded(opening.facts, 0, scene);
  const clock = tryClock({ request, facts }, scene.today, scene.calendar);
  if (isRefusal(clock)) return clock;
  return {
    next: { request, facts, codeDigest: command.codeDigest, applicant: command.applicant },
    entry: {
      verb: opening.trace,
      subject: id,
      agencyId,
      basis: opening.basis,
      content: openingContent(request, facts),
    },
  };
}

function act(
  file: RequestFile,
  nextReplyNumber: string,
  command: FileCommand,
  scene: Scene,
): Decision<RequestFile> | Refusal {
  const verb = verbOf(command.verb);
  const { request, facts, codeDigest } = file;
  if (command.on < request.arrivedOn)
    return refuse('REQ-34', art(45), `申请是${inProse(request.arrivedOn)}到达的，办理的日期不能更早，请核对。`);
  if (scene.actor.kind === 'public' && command.on !== scene.today)
    return refuse('REQ-34', art(45), '网上办理以当日为准，请重新提交。');
  const forbidden = verb.may?.(file, command.on, scene.calendar, scene.actor);
  if (forbidden) return forbidden;
  const change = verb.act(file, command, { ...scene, nextReplyNumber });
  if (isRefusal(change)) return change;
  const added = recorded([change.fact], facts.length, scene);
  const next = {
    request: { ...request, ...change.set, state: change.state ?? request.state },
    facts: [...facts, ...added],
    codeDigest,
  };
  // [REQ-44] Whatever the verb has missed: a history the clock cannot read is refused before it is written.
  const clock = tryClock(next, scene.today, scene.calendar);
  if (isRefusal(clock)) return clock;
  return {
    next,
    entry: { verb: verb.trace, subject: request.id, agencyId: request.agencyId, basis: verb.basis, content: added },
  };
}

function recorded(facts: readonly NewFact[], after: number, { at, actor }: Scene): RequestFact[] {
  return facts.map((fact, i) => ({ ...fact, n: after + i + 1, recordedAt: at.toISOString(), by: actor.id }));
}
