/** 整改 [SUP-45…SUP-50]: what each step on a ticket asks and changes. Pure. */
import type { Decision, Scene } from '../perform.ts';
import { addDays } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { TicketCommand } from './commands.ts';
import { FINDING_KINDS } from './finding-kinds.ts';
import { LOOK_BACK_DAYS, type SiteFinding, TICKET_STATES, type Ticket, type TicketFile } from './ticket.ts';

export function decideTicket(file: TicketFile, command: TicketCommand, scene: Scene): Decision<TicketFile> | Refusal {
  switch (command.verb) {
    case 'assign':
      if (file.ticket.state === 'closed') return wrongState(file.ticket, '不用再交办');
      return done(file, { assigneeId: command.officerId }, file.findings, 'assigned', command.officerId);
    case 'reportFixed':
      return reportFixed(file, command.says.trim());
    case 'acceptFinding':
      return accept(file, command.findingId, command.because.trim(), scene);
    case 'recheck':
      return recheck(file, command, scene);
  }
}

function reportFixed(file: TicketFile, says: string): Decision<TicketFile> | Refusal {
  if (file.ticket.state !== 'open') return wrongState(file.ticket, '不用再报告');
  if (says === '') return refuse('SAYS_MISSING', BASIS, '请写明改了什么。');
  return done(file, { state: 'fixed', fixedSays: says }, file.findings, 'reportedFixed', says);
}

/** 例外: with a reason, remembered in later rounds. What endangers people or the site is no exception. */
function accept(file: TicketFile, findingId: string, because: string, scene: Scene): Decision<TicketFile> | Refusal {
  const finding = file.findings.find(({ id }) => id === findingId);
  if (!finding) return refuse('NO_SUCH_FINDING', BASIS, '这张整改单里没有这一处问题，请刷新页面。');
  if (finding.state !== 'open') return refuse('NOT_OPEN', BASIS, '这一处已经改正或者登记为例外，不用再登记。');
  if (because === '') return refuse('REASON_MISSING', BASIS, '请写明为什么可以例外。');
  if (finding.kind === 'personalInformation')
    return refuse('NO_EXCEPTION', '《条例》第十五条', '身份证号、银行卡号不能登记为例外，请改正。');
  const findings = file.findings.map((one) =>
    one.id === findingId ? { ...one, state: 'accepted' as const, acceptedBecause: because } : one,
  );
  return done(file, file.ticket.state === 'closed' ? {} : closing(findings, scene), findings, 'acceptedFinding', {
    findingId,
    because,
  });
}

type Recheck = Extract<TicketCommand, { verb: 'recheck' }>;

/** 复查和回头看: closes when nothing is left; what nobody could look at keeps it waiting. */
function recheck(file: TicketFile, { still, notLooked }: Recheck, scene: Scene): Decision<TicketFile> | Refusal {
  const { ticket } = file;
  if (ticket.state === 'open') return wrongState(ticket, '还没有报告已改正，不复查');
  const lookingBack = ticket.state === 'closed';
  if (lookingBack && (ticket.lookBackOn === null || scene.today < ticket.lookBackOn))
    return wrongState(ticket, '还没有到回头看的日子');
  const findings = file.findings.map((one) => seenAgain(one, still, notLooked, lookingBack));
  const content = { still, notLooked };
  if (still.length > 0) {
    const lookedBack = lookingBack ? ('failed' as const) : ticket.lookedBack;
    const dueOn =
      ticket.dueOn > scene.today ? ticket.dueOn : addDays(scene.today, FINDING_KINDS[ticket.kind].dueWorkdays);
    const next = {
      state: 'open',
      reopened: ticket.reopened + 1,
      closedOn: null,
      lookBackOn: null,
      lookedBack,
      dueOn,
    } as const;
    return done(file, next, findings, lookingBack ? 'failedLookBack' : 'failedRecheck', content);
  }
  if (notLooked.length > 0) return done(file, {}, findings, 'couldNotRecheck', content);
  if (lookingBack) return done(file, { lookedBack: 'passed', lookBackOn: null }, findings, 'passedLookBack', content);
  return done(file, closing(findings, scene), findings, 'closed', content);
}

function seenAgain(
  one: SiteFinding,
  still: readonly string[],
  notLooked: readonly string[],
  lookingBack: boolean,
): SiteFinding {
  if (one.state === 'accepted' || notLooked.includes(one.id)) return one;
  if (!still.includes(one.id)) return { ...one, state: 'gone' };
  return { ...one, state: 'open', times: one.times + (lookingBack || one.state === 'gone' ? 1 : 0) };
}

function closing(findings: readonly SiteFinding[], { today }: Scene): Partial<Ticket> {
  if (findings.some(({ state }) => state === 'open')) return {};
  return { state: 'closed', closedOn: today, lookBackOn: addDays(today, LOOK_BACK_DAYS) };
}

function done(
  file: TicketFile,
  change: Partial<Ticket>,
  findings: readonly SiteFinding[],
  verb: string,
  content: unknown,
): Decision<TicketFile> {
  const ticket = { ...file.ticket, ...change };
  return {
    next: { ticket, findings },
    entry: { verb, subject: ticket.id, agencyId: ticket.agencyId, basis: BASIS, content },
  };
}

function wrongState({ state }: Ticket, why: string): Refusal {
  return refuse('WRONG_STATE', BASIS, `这张整改单${TICKET_STATES[state].term}，${why}。`);
}

const BASIS = '国办秘函〔2019〕19号';
