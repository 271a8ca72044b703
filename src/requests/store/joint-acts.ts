/**
 * 合并告知的办理 [FEE-16, FEE-17, FEE-18]: one act on several files of the same applicant, in one transaction. Every file climbs the staircase by itself and
 * keeps its own fact, letter and trace; one that refuses leaves all as they were. The paper of a joint notice is one: that it was received, came
 * back or went out again holds for every file it tells of.
 */
import { type Actor, ALLOWED } from '../../people/actor.ts';
import { climb, type House, inTransaction, perform } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { FileCommand, FileVerb } from '../commands.ts';
import { jointNotice } from '../fees/joint-notice.ts';
import type { ActedFile, OpenedFile, RequestFile, RequestId } from '../info-request.ts';
import { isReturned } from '../returned-mail.ts';
import { feeNotice, papersUnderWay } from '../standing.ts';
import { verbOf } from '../verbs.ts';
import { countPlace } from './count-place.ts';
import { filesOfNotice, lockFiles } from './joint-files.ts';
import { loadRequestFile } from './request-files.ts';
import { type RequestKeys, requestStairs } from './stairs.ts';

type RequestStairs = ReturnType<typeof requestStairs>;

/** What may be done on several files at once, when the officer chooses them. */
const CHOSEN: readonly FileVerb[] = ['noticeFee', 'recordPayment', 'withdrawFeeNotice', 'abandonUnpaid'];
/** What happens to a paper happens to it once. */
const OF_THE_PAPER: readonly FileVerb[] = ['recordReceived', 'recordReturn', 'serveAgain'];
/** Refunds are asked for in one file and depend on the others. */
const CONCERNED: readonly FileVerb[] = [...CHOSEN, ...OF_THE_PAPER, 'recordRefund'];

interface Together {
  readonly actor: Actor;
  readonly command: FileCommand;
  /** The other files the officer chose. */
  readonly along?: readonly RequestId[];
  readonly keys: RequestKeys;
  /** How a file that was named climbs: with the guard of the face that asks. */
  readonly stairsOf: (id: RequestId) => RequestStairs;
}

/** @returns the file of the command as it stands after the act, or why nothing was done on any */
export async function performTogether(house: House, asked: Together): Promise<ActedFile | OpenedFile | Refusal> {
  const { actor, command, along = [], stairsOf } = asked;
  if (along.length > 0 && !CHOSEN.includes(command.verb))
    return refuse('FEE-16', verbOf(command.verb).basis, '这一步只能一件一件办理，请不要选择其他申请。');
  if (!CONCERNED.includes(command.verb)) return perform(house, stairsOf(command.requestId), actor, command);
  return inTransaction(house.db, (tx) => climbAll(tx, house, asked));
}

async function climbAll(tx: Tx, house: House, asked: Together): Promise<ActedFile | OpenedFile | Refusal> {
  const { actor, command, along = [], keys, stairsOf } = asked;
  const { requestId } = command;
  const seen = await loadRequestFile(tx, requestId);
  const others = seen ? await filesOfNotice(tx, seen.request, seen.facts) : [];
  await lockFiles(tx, [requestId, ...along, ...others.map(({ request }) => request.id)]);
  const own = await loadRequestFile(tx, requestId);
  if (!own) return climb(tx, house, stairsOf(requestId), actor, command);
  const commands = await commandsFor(tx, own, command, along, keys);
  if (isRefusal(commands)) return commands;
  const done = await climb(tx, house, stairsOf(requestId), actor, commands[0]!);
  if (isRefusal(done)) return done;
  const paperNumber = done.issued.find(({ kind }) => kind === 'jointFee')?.number ?? undefined;
  for (const next of commands.slice(1)) {
    const named = along.includes(next.requestId);
    const stairs = named ? stairsOf(next.requestId) : ofTheSamePaper(keys);
    // One paper, one message: what is told is told of the first.
    const told = await climb(tx, house, stairs, actor, { ...next, paperNumber } as FileCommand, undefined, silently);
    if (isRefusal(told)) return named ? { ...told, says: `${await numberOf(tx, next.requestId)}：${told.says}` } : told;
  }
  return done;
}

const silently = async () => {};

/** [FIL-8] The applicant's code opens his own file; the paper he holds is that of the others as well. */
function ofTheSamePaper(keys: RequestKeys): RequestStairs {
  const stairs = requestStairs(keys);
  return {
    ...stairs,
    permit: (actor, command, loaded) => (actor.kind === 'public' ? ALLOWED : stairs.permit(actor, command, loaded)),
  };
}

/** The command of each file, that of the one the officer looks at first. */
async function commandsFor(
  tx: Tx,
  own: RequestFile,
  command: FileCommand,
  along: readonly RequestId[],
  keys: RequestKeys,
): Promise<readonly FileCommand[] | Refusal> {
  if (command.verb === 'noticeFee') {
    if (along.length === 0) return [command];
    const joint = jointNotice(own.request, await countPlace(tx, own.request.id, keys), along);
    if (isRefusal(joint)) return joint;
    const { pages: _, choice: __, ...others } = command;
    return [{ ...command, joint }, ...along.map((requestId) => ({ ...others, requestId, joint }))];
  }
  const others = await filesOfNotice(tx, own.request, own.facts);
  if (OF_THE_PAPER.includes(command.verb)) return ofOnePaper(own, others, command as PaperCommand);
  const chosen = others.filter(({ request }) => along.includes(request.id));
  if (chosen.length !== new Set(along).size)
    return refuse(
      'FEE-16',
      verbOf(command.verb).basis,
      '所选的申请里，有的不在同一份收费通知书上。请刷新页面，重新选择。',
    );
  const all = [own, ...chosen];
  if (command.verb !== 'recordPayment') return all.map(({ request }) => ({ ...command, requestId: request.id }));
  const payingFor = all.flatMap(({ request: { number }, facts }) => {
    const notice = feeNotice(facts);
    return notice ? [{ number, yuan: notice.yuan }] : [];
  });
  return all.map(({ request }) => ({ ...command, requestId: request.id, payingFor }));
}

type PaperCommand = Extract<FileCommand, { readonly paper: number }>;

function ofOnePaper(own: RequestFile, others: readonly RequestFile[], command: PaperCommand): FileCommand[] {
  if (feeNotice(own.facts)?.n !== command.paper) return [command];
  const isBack = isReturned(command.paper, own.facts);
  return [
    command,
    ...others.flatMap(({ request, facts }) => {
      const paper = feeNotice(facts)?.n ?? 0;
      const underWay = request.state === 'feePending' && papersUnderWay(facts).some(({ n }) => n === paper);
      return underWay && isReturned(paper, facts) === isBack ? [{ ...command, requestId: request.id, paper }] : [];
    }),
  ];
}

async function numberOf(tx: Tx, id: RequestId): Promise<string> {
  return (await loadRequestFile(tx, id))?.request.number ?? '';
}
