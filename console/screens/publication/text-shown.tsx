/** 正文 as on paper, with what the checks found in it; the public's edition one press away. */
import { useState } from 'react';
import type { EditionView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';
import type { ActingProps } from './acts/act.ts';
import { Checks } from './checks.tsx';

export function TextShown(acting: ActingProps) {
  const { live, draft, address } = acting.view;
  const [shown, setShown] = useState<'draft' | 'live'>(draft ? 'draft' : 'live');
  const edition = shown === 'draft' ? draft : live;
  return (
    <>
      <Checks {...acting} />
      <section className="card text-shown" aria-labelledby="text">
        <div className="text-head">
          <h2 id="text">{shown === 'draft' ? '正在办理的一稿' : '公众看到的一稿'}</h2>
          {draft && live && (
            <button
              type="button"
              className="step-button screen-only"
              onClick={() => setShown(shown === 'draft' ? 'live' : 'draft')}
            >
              {shown === 'draft' ? '看公众看到的一稿' : '看正在办理的一稿'}
            </button>
          )}
        </div>
        {edition && <Edition edition={edition} />}
        {shown === 'live' && address && (
          <p>
            <a href={address} target="_blank" rel="noreferrer">
              在门户上打开（新窗口）
            </a>
          </p>
        )}
      </section>
    </>
  );
}

function Edition({
  edition: { n, editedBy, changeNote, publishedAt, particulars, bodyHtml },
}: {
  readonly edition: EditionView;
}) {
  return (
    <>
      <p className="soft">
        第 {n} 稿，{editedBy}
        {publishedAt && `，${momentOf(publishedAt)} 发布`}
      </p>
      {changeNote !== '' && <p className="change-note">修改说明：{changeNote}</p>}
      <article className="official-text" aria-label="正文">
        <h3>{particulars.title}</h3>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the desk cleans every body on its way out (PUB-8). */}
        <div dangerouslySetInnerHTML={{ __html: bodyHtml }} />
      </article>
    </>
  );
}
