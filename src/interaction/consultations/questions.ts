/**
 * 问卷的题 Question [INT-16]: the kinds there are, when one is asked (a condition names an earlier choice), and what an answer to it may be. What is not asked of
 * somebody is not kept, whatever his browser sent.
 */
export const QUESTION_KINDS = {
  single: { term: '单选', options: true, rows: false },
  multiple: { term: '多选', options: true, rows: false },
  scale: { term: '打分（1 到 5 分）', options: false, rows: false },
  matrix: { term: '矩阵单选', options: true, rows: true },
  text: { term: '填空', options: false, rows: false },
  file: { term: '上传文件', options: false, rows: false },
} as const satisfies Record<string, { term: string; options: boolean; rows: boolean }>;
export type QuestionKindName = keyof typeof QUESTION_KINDS;
export const QUESTION_KIND_NAMES = Object.keys(QUESTION_KINDS) as QuestionKindName[];

export const HIGHEST_SCORE = 5;
export const MOST = { questions: 40, options: 20, rows: 15, words: 1_000, files: 5 } as const;

export interface Question {
  /** Named once and never again: answers keep it. */
  readonly key: string;
  readonly kind: QuestionKindName;
  readonly says: string;
  readonly required: boolean;
  readonly options: readonly string[];
  /** 矩阵的行. */
  readonly rows: readonly string[];
  /** 条件: asked only of whoever chose one of these options of an earlier question. */
  readonly showIf: { readonly question: string; readonly options: readonly number[] } | null;
}

/** By the key of the question: numbers of options, the score, an option for each row (-1 for none), how many files, or words. */
export type Answer = readonly number[] | string;
export type Answers = Readonly<Record<string, Answer>>;

export interface QuestionFault {
  readonly key: string;
  readonly says: string;
}

export function choicesOf({ kind, options }: Question): readonly string[] {
  return kind === 'scale' ? Array.from({ length: HIGHEST_SCORE }, (_, i) => `${i + 1} 分`) : options;
}

/** What is wrong with the questions themselves; empty when they can be asked. */
export function faultsOfQuestions(questions: readonly Question[]): readonly string[] {
  const faults: string[] = [];
  const wrong = (at: number, says: string) => faults.push(`第 ${at + 1} 题${says}`);
  if (questions.length === 0) faults.push('问卷没有题目，请至少写一题。');
  if (questions.length > MOST.questions) faults.push(`题目最多 ${MOST.questions} 道，请分成几份问卷。`);
  if (questions.filter(({ kind }) => kind === 'file').length > MOST.files)
    faults.push(`上传文件的题最多 ${MOST.files} 道，请减少。`);
  for (const [at, question] of questions.entries()) {
    const { options, rows } = QUESTION_KINDS[question.kind];
    if (!/^q\d{1,3}$/.test(question.key) || questions.findIndex(({ key }) => key === question.key) !== at)
      wrong(at, '的编号与别的题相同，请删去重写。');
    if (question.says.trim() === '') wrong(at, '没有写题目。');
    if (options && question.options.length < 2) wrong(at, '至少要有两个选项。');
    if (options && repeats(question.options)) wrong(at, '有空白或者重复的选项。');
    if (rows && (question.rows.length === 0 || repeats(question.rows))) wrong(at, '的各行没有写，或者有空白、重复。');
    if (question.options.length > MOST.options || question.rows.length > MOST.rows)
      wrong(at, `最多 ${MOST.options} 个选项、${MOST.rows} 行。`);
    if (question.showIf) {
      const earlier = questions.slice(0, at).find(({ key }) => key === question.showIf!.question);
      const kinds: readonly QuestionKindName[] = ['single', 'multiple'];
      if (!earlier || !kinds.includes(earlier.kind)) wrong(at, '的条件要指前面的一道单选或者多选题。');
      else if (question.showIf.options.length === 0 || question.showIf.options.some((n) => !earlier.options[n]))
        wrong(at, '的条件没有写明是哪个选项。');
    }
  }
  return faults;
}

function repeats(texts: readonly string[]): boolean {
  return texts.some((text, i) => text.trim() === '' || texts.indexOf(text) !== i);
}

/** Whether it is asked of somebody who answered so far like this. */
export function isAsked({ showIf }: Question, answers: Answers): boolean {
  if (showIf === null) return true;
  const chosen = answers[showIf.question];
  return Array.isArray(chosen) && chosen.some((option) => showIf.options.includes(option));
}

/**
 * What was sent, question by question: what is kept of it, and what is wrong.
 * @param sent of a field named after the question; of a multiple one `q1.0`, of a row `q1.2`, of a file the name of what was kept of it
 */
export function readAnswers(
  questions: readonly Question[],
  sent: (field: string) => string,
): { readonly answers: Answers; readonly faults: readonly QuestionFault[] } {
  const answers: Record<string, Answer> = {};
  const faults: QuestionFault[] = [];
  for (const [at, question] of questions.entries()) {
    if (!isAsked(question, answers)) continue;
    const answer = readAnswer(question, sent);
    if (answer === null) {
      if (question.required) faults.push({ key: question.key, says: `第 ${at + 1} 题没有答，请回答。` });
    } else if (typeof answer === 'object' && 'says' in answer) faults.push(answer);
    else answers[question.key] = answer;
  }
  return { answers, faults };
}

function readAnswer(question: Question, sent: (field: string) => string): Answer | null | QuestionFault {
  const { key, kind, rows } = question;
  const choices = choicesOf(question);
  const numberIn = (text: string) => (/^\d{1,2}$/.test(text) && Number(text) < choices.length ? Number(text) : -1);
  switch (kind) {
    case 'text': {
      const text = sent(key).replace(/\r\n?/g, '\n');
      if (text.length > MOST.words) return { key, says: `最多 ${MOST.words} 个字，请删减。` };
      return text === '' ? null : text;
    }
    case 'file':
      return sent(key) === '' ? null : [1];
    case 'multiple': {
      const chosen = choices.flatMap((_, n) => (sent(`${key}.${n}`) === '' ? [] : [n]));
      return chosen.length === 0 ? null : chosen;
    }
    case 'matrix': {
      const chosen = rows.map((_, row) => numberIn(sent(`${key}.${row}`)));
      if (chosen.every((n) => n < 0)) return null;
      if (question.required && chosen.some((n) => n < 0)) return { key, says: '有的行没有选，请每行选一个。' };
      return chosen;
    }
    default: {
      const chosen = numberIn(sent(key));
      return chosen < 0 ? null : [chosen];
    }
  }
}
