/** 正文: read from a Word file, pasted or written; what the reading settled or left out stands beside it until it was looked at. */
import { Button } from 'antd';
import { useState } from 'react';
import type { WordRead } from '../../../../src/desk/contract.ts';
import { RichText } from './rich-text/rich-text.tsx';
import { WordUpload } from './word-upload.tsx';
import type { PartProps } from './writing-form.tsx';
import { takenFrom } from './written.ts';

export function BodyPart({ written, write }: PartProps) {
  const [round, setRound] = useState(0);
  const [read, setRead] = useState<WordRead | null>(null);
  const [asked, setAsked] = useState(false);
  const [ofTitle, setOfTitle] = useState<string | null>(null);
  const use = (word: WordRead, before: string) => {
    const { bodyHtml, title, says } = takenFrom(word, written.title);
    setOfTitle(says);
    write({ title, bodyHtml: before + bodyHtml });
    setRound((before) => before + 1);
    setAsked(false);
  };
  const take = (word: WordRead) => {
    setRead(word);
    if (isBlank(written.bodyHtml)) use(word, '');
    else setAsked(true);
  };
  return (
    <section className="card body-part" aria-labelledby="body">
      <h2 id="body">正文</h2>
      <WordUpload agencyId={written.agencyId} onRead={take} />
      {read && (
        <div className="word-report" role="status">
          {asked ? (
            <>
              <p>Word 稿件读好了。现在的正文怎么办？</p>
              <p className="head-buttons">
                <Button type="primary" onClick={() => use(read, '')}>
                  用它替换现在的正文
                </Button>
                <Button onClick={() => use(read, written.bodyHtml)}>接在现在的正文后面</Button>
                <Button
                  onClick={() => {
                    setRead(null);
                    setAsked(false);
                  }}
                >
                  不用
                </Button>
              </p>
            </>
          ) : (
            <WordReport ofTitle={ofTitle} report={read.report} onSeen={() => setRead(null)} />
          )}
        </div>
      )}
      <RichText
        key={round}
        agencyId={written.agencyId}
        labelledBy="body"
        value={written.bodyHtml}
        onChange={(bodyHtml) => write({ bodyHtml })}
      />
    </section>
  );
}

function isBlank(html: string): boolean {
  return html.replace(/<[^>]*>/g, '').trim() === '' && !html.includes('<img');
}

interface WordReportProps {
  /** What became of the title; null where there was none. */
  readonly ofTitle: string | null;
  readonly report: WordRead['report'];
  readonly onSeen: () => void;
}

function WordReport({ ofTitle, report, onSeen }: WordReportProps) {
  const isPlain = ofTitle === null && report.length === 0;
  return (
    <>
      <p>Word 稿件已经放进正文。{isPlain ? '没有要特别核对的。' : '请核对：'}</p>
      <ul>
        {ofTitle !== null && <li>{ofTitle}</li>}
        {report.map(({ says, advice }) => (
          <li key={says}>
            {says}
            {advice}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onSeen}>
        看过了
      </Button>
    </>
  );
}
