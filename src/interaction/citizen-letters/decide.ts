/** 办理来信: the verbs. What is permitted stands in permissions.ts; here is what each asks and what follows from it. */
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { inProse } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { WRITER_NOTICES } from '../notices.ts';
import type { CitizenLetter, LetterFile, LetterState } from './citizen-letter.ts';
import type { LetterAct, LetterCommand, WriteLetter } from './commands.ts';
import { LETTER_FACT_TERMS, type LetterFact, lastOfLetter } from './facts.ts';
import { seenIn } from './masking.ts';
import { LETTER_BASIS } from './permissions.ts';

export interface LetterLoaded {
  readonly file: LetterFile | null;
  readonly queryNumber?: string;
  /** Whether the agency named in the command is one. */
  readonly agencyKnown: boolean;
}

export interface OpenedLetter extends LetterFile {
  readonly wrote?: WriteLetter;
}

export const LONGEST_LETTER = { title: 80, body: 5_000, answer: 10_000 } as const;

type Told = LetterFact extends infer F
  ? F extends LetterFact
    ? Omit<F, 'n' | 'on' | 'recordedAt' | 'by'>
    : never
  : never;

interface Step {
  readonly fact: Told;
  readonly change: Partial<CitizenLetter>;
}

export function decideLetter(
  loaded: LetterLoaded,
  command: LetterCommand,
  scene: Scene,
): Decision<OpenedLetter> | Refusal {
  if (command.verb === 'write') return write(loaded, command, scene);
  const file = loaded.file!;
  const step = stepOf(loaded, file, command, scene);
  if (isRefusal(step)) return step;
  const { next, entry } = decided({ ...file, letter: { ...file.letter, ...step.change } }, step.fact, scene);
  return { next, entry, notices: toldToWriter(next.letter, step.fact) };
}

const TOLD = { answered: 'letterAnswered', refused: 'letterRefused' } as const satisfies Partial<
  Record<LetterFact['type'], keyof typeof WRITER_NOTICES>
>;

function toldToWriter({ id, agencyId, receivedOn }: CitizenLetter, { type }: Told): Notice[] {
  if (type !== 'answered' && type !== 'refused') return [];
  const to = { kind: 'writer', of: 'letter', id } as const;
  return [{ kind: TOLD[type], subject: id, agencyId, to, particulars: { day: inProse(receivedOn) } }];
}

function write(
  { queryNumber, agencyKnown }: LetterLoaded,
  command: WriteLetter,
  scene: Scene,
): Decision<OpenedLetter> | Refusal {
  const { agencyId, kind, mayPublish } = command;
  const [title, body] = [command.title.trim(), command.body.trim()];
  if (!agencyKnown) return lacks('没有这个受理机关，请重新选择。');
  if (title === '' || body === '') return lacks('没有写题目或者内容，请写完整。');
  if (title.length > LONGEST_LETTER.title || body.length > LONGEST_LETTER.body) return lacks('写得太长，请删减。');
  const letter: CitizenLetter = {
    ...{ id: scene.newId(), agencyId, queryNumber: queryNumber!, kind, title, body, mayPublish },
    ...{ receivedOn: scene.today, state: 'received', simple: null, answeredOn: null, published: null },
  };
  const { next, entry } = decided({ letter, facts: [], codeDigest: command.codeDigest }, { type: 'received' }, scene);
  return { next: { ...next, wrote: command }, entry };
}

function stepOf(
  { agencyKnown }: LetterLoaded,
  { letter, facts }: LetterFile,
  command: LetterAct,
  { today }: Scene,
): Step | Refusal {
  const to = (fact: Told, state: LetterState, change: Partial<CitizenLetter> = {}): Step => ({
    fact,
    change: { ...change, state },
  });
  switch (command.verb) {
    case 'accept':
      return to({ type: 'accepted', simple: command.simple }, 'accepted', { simple: command.simple });
    case 'refuse': {
      const where = command.where.trim();
      // [INT-4] Never turned away without a door.
      if (where === '') return refuse('INT-4', LETTER_BASIS, '请写明应当向哪里提出，不能只说不受理。');
      return to({ type: 'refused', reason: command.reason, where }, 'refused', { answeredOn: today });
    }
    case 'transfer': {
      if (!agencyKnown || command.to === letter.agencyId) return lacks('请选择另一个机关。');
      if (command.why.trim() === '') return lacks('请写明为什么转办。');
      // [INT-3] The day of receipt stays: a transfer takes no time from the citizen.
      const fact = { type: 'transferred', from: letter.agencyId, to: command.to, why: command.why.trim() } as const;
      return to(fact, 'received', { agencyId: command.to, simple: null });
    }
    case 'draft':
      if (command.text.trim() === '') return lacks('没有写答复的内容。');
      return to({ type: 'drafted', text: command.text.trim() }, 'drafted');
    case 'check': {
      const opinion = command.opinion.trim();
      if (!command.passed && opinion === '') return lacks('退回的，请写明要改什么。');
      return to({ type: 'checked', passed: command.passed, opinion }, command.passed ? 'checked' : 'accepted');
    }
    case 'answer':
      return to({ type: 'answered' }, 'answered', { answeredOn: today });
    case 'close':
      return to({ type: 'closed' }, 'closed');
    case 'publish': {
      const text = { title: command.title.trim(), body: command.body.trim(), answer: command.answer.trim() };
      if (Object.values(text).includes('')) return lacks('公开的题目、来信和答复都要有内容。');
      const [seen] = seenIn(text).filter(({ severity }) => severity === 'error');
      if (seen) return refuse('INT-8', seen.basis, `${seen.says}${seen.advice}没有公开。`);
      return { fact: { type: 'published' }, change: { published: { ...text, on: today } } };
    }
    case 'withdraw':
      if (command.why.trim() === '') return lacks('请写明为什么撤下。');
      return { fact: { type: 'withdrawn', why: command.why.trim() }, change: { published: null } };
    case 'rate': {
      if (!Number.isInteger(command.score) || command.score < 1 || command.score > 5) return lacks('请选择一到五分。');
      if (lastOfLetter(facts, 'rated')) return refuse('INT-9', LETTER_BASIS, '这封信已经评价过，只能评价一次。');
      return { fact: { type: 'rated', score: command.score, says: command.says.trim().slice(0, 500) }, change: {} };
    }
  }
}

function decided(file: LetterFile, told: Told, scene: Scene): Decision<OpenedLetter> {
  const fact = {
    ...told,
    n: file.facts.length + 1,
    on: scene.today,
    recordedAt: scene.at.toISOString(),
    by: scene.actor.id,
  } as LetterFact;
  const { id, agencyId } = file.letter;
  return {
    next: { ...file, facts: [...file.facts, fact] },
    entry: {
      verb: `letter.${fact.type}`,
      subject: id,
      agencyId,
      basis: `${LETTER_BASIS}（${LETTER_FACT_TERMS[fact.type]}）`,
      content: fact,
    },
  };
}

function lacks(says: string): Refusal {
  return refuse('LETTER_INCOMPLETE', LETTER_BASIS, says);
}
