/** 申请的问题: one a page, in the order in which people think of them; what they ask is what Article 29 asks and nothing more. */
import type { ApplicationField, ApplicationForm } from './application-form.ts';
import type { FieldError } from './components/error-summary.tsx';

interface Question {
  readonly title: string;
  /** Fields of the form it fills; every field belongs to one question. */
  readonly fields: readonly ApplicationField[];
}

export const QUESTIONS = {
  wanted: { title: '需要什么信息？', fields: ['wanted'] },
  agency: { title: '向哪个机关申请？', fields: ['agency'] },
  form: { title: '希望怎样取得？', fields: ['formWanted'] },
  kind: { title: '以什么身份申请？', fields: ['kind'] },
  acting: { title: '替谁申请？', fields: ['acting'] },
  applicant: {
    title: '申请人是谁？',
    fields: [
      'name',
      'identityKind',
      'identityNumber',
      'representative',
      'others',
      'agentName',
      'agentIdentity',
      'agentPhone',
    ],
  },
  contact: { title: '怎样联系您？', fields: ['phone', 'email', 'address'] },
  files: { title: '有材料要一起交吗？', fields: ['files'] },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof QUESTIONS;

export const QUESTION_NAMES = Object.keys(QUESTIONS) as QuestionName[];

export function isQuestion(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}

export function questionAfter(name: QuestionName): QuestionName | undefined {
  return QUESTION_NAMES[QUESTION_NAMES.indexOf(name) + 1];
}

export function questionBefore(name: QuestionName): QuestionName | undefined {
  return QUESTION_NAMES[QUESTION_NAMES.indexOf(name) - 1];
}

/** What is wrong with the answers to one question; the others are not asked yet, or were right when they were. */
export function errorsAt(name: QuestionName, errors: readonly FieldError[]): FieldError[] {
  const fields: readonly string[] = QUESTIONS[name].fields;
  return errors.filter(({ field }) => fields.includes(field));
}

/** 单位: whoever is not 个人; asked for its credit code and for somebody to talk to. */
export function isOrganisation({ kind }: Pick<ApplicationForm, 'kind'>): boolean {
  return kind !== 'natural';
}
