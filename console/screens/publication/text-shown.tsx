/** 正文 as on paper, with what the checks found in it; the public's edition one press away. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EditionView } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { ActingProps } from './acts/act.ts';
import { AttachedFiles } from './attached-files.tsx';
import { Checks } from './checks.tsx';
import { useMarkedFinds } from './mark-found.ts';

export function TextShown(acting: ActingProps) {
  const { live, draft, address, withdrawal } = acting.view;
  const seen = withdrawal ? '撤回以前公众看到的一稿' : '公众看到的一稿';
  const [shown, setShown] = useState<'draft' | 'live'>(draft ? 'draft' : 'live');
  const edition = shown === 'draft' ? draft : live;
  // What is looked at once it is out is the public's own.
  const isInWork = edition?.hash === acting.view.inReview;
  useMarkedFinds(acting.view.checks, isInWork);
  return (
    <>
      <Checks {...acting} bodyHtml={isInWork ? (edition?.bodyHtml ?? '') : ''} />
      <section className="card text-shown" aria-labelledby="text">
        <div className="text-head">
          <h2 id="text">{shown === 'draft' ? '正在办理的一稿' : seen}</h2>
          <p className="head-buttons screen-only">
            {shown === 'draft' && (
              <Link href={`/publications/${acting.view.id}/preview`} className="step-button">
                预览网页
              </Link>
            )}
            {draft && live && (
              <button
                type="button"
                className="step-button"
                onClick={() => setShown(shown === 'draft' ? 'live' : 'draft')}
              >
                {shown === 'draft' ? `看${seen}` : '看正在办理的一稿'}
              </button>
            )}
          </p>
        </div>
        {edition && <Edition id={acting.view.id} edition={edition} isInWork={isInWork} />}
        {edition && <Downloads id={acting.view.id} edition={edition} />}
        {shown === 'live' && address && (
          <p className="public-address">
            <a href={address} target="_blank" rel="noreferrer">
              在门户上打开（新窗口）
            </a>
          </p>
        )}
      </section>
    </>
  );
}

/** Pictures are read of the document, by whoever may read it. */
function withPictures(bodyHtml: string, id: string): string {
  return bodyHtml.replaceAll('src="/pictures/', `src="/api/publications/${encodeURIComponent(id)}/pictures/`);
}

function Edition({
  id,
  isInWork,
  edition: { n, editedBy, changeNote, publishedAt, particulars, bodyHtml },
}: {
  readonly id: string;
  readonly isInWork: boolean;
  readonly edition: EditionView;
}) {
  return (
    <>
      <p className="soft">
        第 {n} 稿，{editedBy}
        {publishedAt && `，${momentOf(publishedAt)} 发布`}
      </p>
      {changeNote !== '' && <p className="change-note">修改说明：{changeNote}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by the keys */}
      <article className="official-text" id={isInWork ? 'text-in-work' : undefined} aria-label="正文" tabIndex={0}>
        <h3>{particulars.title}</h3>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the desk cleans every body on its way out (PUB-8). */}
        <div dangerouslySetInnerHTML={{ __html: withPictures(bodyHtml, id) }} />
      </article>
    </>
  );
}

/** What goes out with it, to be read before anybody lets it out. */
function Downloads({ id, edition: { attachments } }: { readonly id: string; readonly edition: EditionView }) {
  const open = useSend(
    (fileId: string) => download('GET /api/publications/:id/files/:fileId', { path: { id, fileId } }),
    keepFile,
  );
  if (attachments.length === 0) return null;
  return (
    <>
      <h3>附件</h3>
      <ProblemNote error={open.error} />
      <AttachedFiles files={attachments}>
        {(file) => (
          <Button size="small" aria-label={`下载${file.name}`} onClick={() => open.mutate(file.id)}>
            下载
          </Button>
        )}
      </AttachedFiles>
    </>
  );
}
