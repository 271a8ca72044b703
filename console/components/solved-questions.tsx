/** 试题: with what was chosen and what is right, and the basis of each; the right one is told by a word, never by colour alone. */
import type { QuizQuestionView } from '../../src/desk/contract.ts';
import './solved-questions.css';

export interface SolvedQuestionsProps {
  readonly questions: readonly QuizQuestionView[];
  /** What the reader chose; null where he did not answer. */
  readonly choices: readonly (readonly number[])[] | null;
}

export function SolvedQuestions({ questions, choices }: SolvedQuestionsProps) {
  return (
    <ol className="card solved-questions">
      {questions.map(({ says, options, solved }, n) => {
        const chosen = choices?.[n];
        const isRight =
          chosen &&
          solved &&
          chosen.length === solved.right.length &&
          solved.right.every((one) => chosen.includes(one));
        return (
          <li key={says}>
            <p>
              {chosen && <strong data-right={isRight}>{isRight ? '答对 ' : '答错 '}</strong>}
              {says}
            </p>
            <ul>
              {options.map((option, at) => (
                <li key={option} data-right={solved?.right.includes(at)}>
                  {option}
                  {solved?.right.includes(at) && <span className="soft">正确</span>}
                  {chosen?.includes(at) && <span className="soft">你选的</span>}
                </li>
              ))}
            </ul>
            {solved && <p className="soft">{`依据：${solved.basis}；出自${solved.from}`}</p>}
          </li>
        );
      })}
    </ol>
  );
}
