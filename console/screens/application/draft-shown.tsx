/** 答复稿 as whoever signs or sends it must read it: outcome, grounds, text, and the remedies it will point to. */
import type { JudgementView } from '../../../src/desk/contract.ts';
import type { Stage } from './acts/act-field.ts';
import { useAttachments } from './use-attachments.ts';
import './file-findings.css';

export function DraftShown({ stage: { file, words } }: { readonly stage: Stage }) {
  const { draft, line } = file;
  if (!draft) return null;
  const viewOf = (name: string) => words.outcomes.find((one) => one.name === name);
  return (
    <section className="card draft-shown" aria-labelledby="draft-shown">
      <h2 id="draft-shown">{line.light === 'done' ? '答复书' : '答复稿'}</h2>
      {draft.parts.length > 0 ? (
        <>
          <p className="soft">
            年度报告按“{viewOf(draft.outcome)?.term ?? draft.outcome}”计。{draft.mainSays}
          </p>
          <ol className="draft-parts">
            {draft.parts.map(({ what, ...part }) => (
              <li key={what}>
                <p>{what}</p>
                <Answered {...part} words={words} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Answered {...draft} words={words} />
      )}
      <p className="letter">{draft.text}</p>
      <ProvidedFiles id={line.id} />
      <NotProvided id={line.id} />
      <Objections of={file.dissents} />
    </section>
  );
}

/** 随答复提供的附件, with what was found in them and who let it stand: whoever passes the draft on must see it. */
function ProvidedFiles({ id }: { readonly id: string }) {
  const provided = (useAttachments(id).data ?? []).filter((one) => one.providing === 'withDraft');
  if (provided.length === 0) return null;
  return (
    <>
      <h3>随答复提供的附件</h3>
      <ul className="provided-files">
        {provided.map(({ id: fileId, name, findings }) => (
          <li key={fileId}>
            {name}
            {findings.map(({ key, says, cleared }) => (
              <p key={key} className={cleared ? 'soft' : 'file-findings-open'}>
                {says}
                {cleared ? `${cleared.by}判定可以提供：${cleared.why}` : '还没有处理，见下面的附件。'}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** 没有随答复提供的: what was uploaded to be provided after the draft was written, so that nobody passes it on in the belief that it goes along. */
export function NotProvided({ id }: { readonly id: string }) {
  const left = (useAttachments(id).data ?? []).filter((one) => one.providing === 'leftOut');
  if (left.length === 0) return null;
  return (
    <p className="file-findings-open" role="alert">
      没有随答复提供的文件：{left.map(({ name }) => name).join('、')}。拟写以后才加；要提供，退回重新拟写。
    </p>
  );
}

/** 第三方的不同意见, each with what is decided of it: it is checked and signed with the reply. */
function Objections({ of }: { readonly of: Stage['file']['dissents'] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h3>第三方的不同意见</h3>
      <ul className="provided-files">
        {of.map(({ n, name, says, decided }) => (
          <li key={n}>
            {name}：{says}
            {decided ? (
              <p className="soft">
                {decided.ground}
                {decided.what && `，公开的内容：${decided.what}`}。理由：{decided.why}
              </p>
            ) : (
              <p className="file-findings-open">还没有决定怎样处理，签发以前处理。</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface AnsweredProps {
  readonly words: Stage['words'];
  readonly outcome: string;
  readonly grounds: Readonly<Record<string, string>>;
  readonly judgement: JudgementView | null;
}

function Answered({ words, outcome: name, grounds, judgement }: AnsweredProps) {
  const viewOf = (wanted: string) => words.outcomes.find((one) => one.name === wanted);
  const outcome = viewOf(name);
  return (
    <dl>
      <dt>处理结果</dt>
      <dd>
        {outcome?.term ?? name}
        {outcome && <span className="basis">{outcome.basis}</span>}
      </dd>
      {outcome?.grounds
        .filter((ground) => grounds[ground.name])
        .map((ground) => (
          <div key={ground.name}>
            <dt>{ground.term}</dt>
            <dd>{grounds[ground.name]}</dd>
          </div>
        ))}
      {judgement && (
        <>
          <dt>研判</dt>
          <dd>
            <details>
              <summary>
                结果是“{viewOf(judgement.judged)?.term ?? judgement.judged}”，回答了 {judgement.answers.length} 个问题
              </summary>
              <ol>
                {judgement.answers.map(({ question, yes }) => (
                  <li key={question}>
                    {words.triage.find((one) => one.name === question)?.term ?? question}
                    <strong>{yes ? '是' : '否'}</strong>
                  </li>
                ))}
              </ol>
            </details>
            {judgement.why && <p>没有照办的理由：{judgement.why}</p>}
          </dd>
        </>
      )}
      {outcome && (
        <>
          <dt>救济途径</dt>
          <dd>{outcome.remedy}</dd>
        </>
      )}
    </dl>
  );
}
