/** 随答卷交的文件 [INT-46]: one for each question that asks for it, the last one chosen. */
import type { PublicConsultation } from '../../../interaction/consultations/consultation.ts';
import { asked } from '../../asked.ts';
import { TOKEN_FIELD } from '../../form-token.ts';
import type { HeldFile } from '../../held-files.ts';
import type { Portal } from '../../portal.ts';
import type { FileForm } from '../../receive-files.ts';

export const NO_FILES: readonly HeldFile<string>[] = [];

export function fileQuestions({ text }: PublicConsultation): readonly string[] {
  return text.questions.filter(({ kind }) => kind === 'file').map(({ key }) => key);
}

export const heldForAnswer = ({ id }: Pick<PublicConsultation, 'id'>): string => `survey ${id}`;

export function answerFiles(consultation: PublicConsultation, { tokens }: Pick<Portal, 'tokens'>): FileForm<string> {
  const { questions } = consultation.text;
  return {
    fields: Object.fromEntries(fileQuestions(consultation).map((key) => [key, key])),
    heldFor: () => heldForAnswer(consultation),
    isGenuine: async (body) => tokens.isGenuine('apply', asked(body, TOKEN_FIELD)),
    // Every option of a multiple one and every row is a field; beside them the token, the proof and what the form carries.
    mostFields: 20 + questions.reduce((sum, { options, rows }) => sum + Math.max(1, options.length, rows.length), 0),
  };
}
