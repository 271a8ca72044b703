/** The text as it stands, the result, and what was done. */
import type { ConsultationView } from '../../../src/desk/contract.ts';
import { History } from '../../components/history.tsx';

export function TextShown({ file: { text, outcome, words, history } }: { readonly file: ConsultationView }) {
  const matter = words.matters.find(({ name }) => name === text.matter);
  const kindOf = (name: string) => words.questionKinds.find((kind) => kind.name === name)?.term;
  return (
    <>
      {outcome && (
        <section className="card" aria-labelledby="outcome">
          <h2 id="outcome">结果</h2>
          <p className="consultation-text">{outcome}</p>
        </section>
      )}
      <section className="card" aria-labelledby="text">
        <h2 id="text">{text.form === 'survey' ? '调查说明和题目' : '起草说明和征求意见稿'}</h2>
        <p className="soft">
          {matter?.term}，期限 {text.days} 日{text.whyShorter && `（缩短期限的说明：${text.whyShorter}）`}
        </p>
        <p className="consultation-text">{text.explanation}</p>
        {text.draft && <p className="consultation-text">{text.draft}</p>}
        {text.questions.length > 0 && (
          <ol>
            {text.questions.map(({ key, says, kind, options, rows, required, showIf }) => (
              <li key={key}>
                {says}
                <span className="soft">
                  （{kindOf(kind)}
                  {required ? '' : '，可以不答'}
                  {showIf ? '，有条件' : ''}）
                </span>
                {[...rows, ...options].join('；')}
              </li>
            ))}
          </ol>
        )}
        {text.otherWays && <p className="consultation-text">其他方式：{text.otherWays}</p>}
      </section>
      <History steps={history} />
    </>
  );
}
