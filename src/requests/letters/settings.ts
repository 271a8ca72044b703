/**
 * 文书设置 [LET-10, LET-11]: what an agency enters for its letters, and the wording it adopts instead of ours. The head of the disclosure
 * office answers for both. Letters that went out stay as they were.
 */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { adaptable } from './adaptable.ts';
import type { AdaptableName, LetterParticulars } from './letter.ts';
import { checkWording } from './wording.ts';

export interface EnterParticulars {
  readonly verb: 'enterParticulars';
  readonly agencyId: AgencyId;
  /** 机关代字. */
  readonly mark: string;
  readonly particulars: Required<LetterParticulars>;
}

export interface AdoptWording {
  readonly verb: 'adoptWording';
  readonly agencyId: AgencyId;
  readonly kind: string;
  /** Null takes our own wording again. */
  readonly wording: string | null;
}

export type LetterSettingCommand = EnterParticulars | AdoptWording;

export type LetterSetting =
  | { readonly mark: string; readonly particulars: LetterParticulars }
  | { readonly kind: AdaptableName; readonly wording: string | null };

const BASIS = '《行政复议法》第二十二条、第二十三条';
const LONGEST = 8_000;

export function permitLetterSettings(actor: Actor, { agencyId }: Pick<LetterSettingCommand, 'agencyId'>): Permission {
  return requireRole(actor, ['officeHead'], agencyId);
}

export function decideLetterSetting(command: LetterSettingCommand): Decision<LetterSetting> | Refusal {
  const { agencyId } = command;
  const entry = (verb: string, content: unknown, basis: string) => ({
    verb,
    subject: agencyId,
    agencyId,
    basis,
    content,
  });
  if (command.verb === 'enterParticulars') {
    const wrong = wrongIn(command);
    if (wrong) return wrong;
    const particulars = Object.fromEntries(
      Object.entries(command.particulars).flatMap(([name, words]) =>
        words.trim() === '' ? [] : [[name, words.trim()]],
      ),
    ) as LetterParticulars;
    const next = { mark: command.mark.trim(), particulars };
    return { next, entry: entry('enteredLetterParticulars', next, BASIS) };
  }
  const { kind } = command;
  const letter = adaptable(kind);
  if (!letter) return refuse('LET-6', art(36), '没有这种文书，请刷新页面后重新选择。');
  const { must, fields, basis } = letter;
  const wording = command.wording?.trim() ?? null;
  if (wording !== null && wording.length > LONGEST)
    return refuse('LET-6', basis, `用语太长，最多 ${LONGEST} 字，请删减。`);
  const wrong = wording === null ? undefined : checkWording(wording, { known: fields, must });
  return (
    wrong ?? {
      next: { kind: kind as AdaptableName, wording },
      entry: entry('adoptedWording', { kind, wording }, basis),
    }
  );
}

function wrongIn({ mark, particulars }: EnterParticulars): Refusal | undefined {
  if (!/^[\p{Script=Han}]{2,8}$/u.test(mark.trim()))
    return refuse('LET-10', art(45), '机关代字应当是 2 至 8 个汉字，例如“示政”，用在文号里。');
  const { onlineReview } = particulars;
  if (onlineReview.trim() !== '' && !isWebAddress(onlineReview.trim()))
    return refuse('LET-10', BASIS, '在线复议渠道应当是一个网址，以 https:// 或者 http:// 开头。');
  return undefined;
}

function isWebAddress(words: string): boolean {
  return /^https?:\/\/[^\s"'<>]{4,190}$/.test(words);
}
