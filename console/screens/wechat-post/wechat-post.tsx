/** 公众号文章: whose turn it is, the words, and how far it has gone; “受理”不是“发布”. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { WechatActSent, WechatPostView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import '../../components/file-head.css';
import { WechatStep } from './wechat-step.tsx';
import './wechat-post.css';

export default function WechatPost() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['wechat-post', id],
    queryFn: ({ signal }) => call('GET /api/wechat-posts/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} />}
    </Loaded>
  );
}

const DONE: Readonly<Record<WechatActSent['verb'], string>> = {
  revise: '已经保存，改过的要重新审校。',
  submit: '已经送审。',
  send: '已经交给系统，等平台受理、发布；结果会写在这里。',
  pass: '已经通过。',
  return: '已经退回拟稿人。',
  drop: '已经标为不发了。',
  takeDown: '正在从平台撤下。',
};

function Shown({ view }: { readonly view: WechatPostView }) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const send = useSend(
    (sends: WechatActSent) => call('POST /api/wechat-posts/:id/acts', { path: { id: view.id }, sends }),
    (after, { verb }) => {
      client.setQueryData(['wechat-post', view.id], after);
      setDone(DONE[verb]);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => ['inbox', 'wechat-start', 'wechat-lines'].includes(String(queryKey[0])),
      });
    },
  );
  return (
    <>
      <title>{`${view.title} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Bits of={[view.state, view.account]} />
        </p>
        <h1>{view.title}</h1>
        <p className="soft">
          原文：<Link href={`/publications/${encodeURIComponent(view.documentId)}`}>{view.documentTitle}</Link>
        </p>
      </header>
      <DoneNote says={done} />
      <WechatStep key={view.hash} view={view} send={send} />
      <div className="wechat-grid">
        <Words view={view} />
        <div className="wechat-side">
          <Review view={view} />
          <Course view={view} />
        </div>
      </div>
    </>
  );
}

function Words({ view: { title, digest, words, url } }: { readonly view: WechatPostView }) {
  return (
    <article className="card wechat-words" aria-label="文章">
      <h2>{title}</h2>
      {digest !== '' && <p className="soft">{digest}</p>}
      {words.split('\n').map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and do not move
        <p key={n}>{line}</p>
      ))}
      {url !== '' && (
        <p>
          <a href={url} rel="noreferrer noopener" target="_blank">
            在公众号上查看
          </a>
        </p>
      )}
    </article>
  );
}

function Review({ view: { review, findings } }: { readonly view: WechatPostView }) {
  return (
    <section className="card" aria-labelledby="review">
      <h2 id="review">审校</h2>
      {review.steps.length === 0 ? (
        <p>按审校规则，由拟稿人以外的发布人看过后直接发出。</p>
      ) : (
        <>
          <p className="soft">{review.state}</p>
          <ol>
            {review.steps.map(({ name, term, passed, awaited }) => (
              <li key={name}>
                {term}
                <Bits of={[passed ? '已通过' : awaited ? '等待' : '未到']} />
              </li>
            ))}
          </ol>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>机器检查</h3>
          <ul>
            {findings.map(({ says, advice, severity }) => (
              <li key={says}>
                <p>
                  {severity === 'error' ? '必须改：' : '请核对：'}
                  {says}
                </p>
                <p className="soft">{advice}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Course({ view: { marks } }: { readonly view: WechatPostView }) {
  if (marks.length === 0) return null;
  return (
    <section className="card" aria-labelledby="course">
      <h2 id="course">审校记录</h2>
      <ol>
        {marks.map(({ what, by, at, said }) => (
          <li key={`${at}-${what}`}>
            <Bits of={[momentOf(at), what, by]} />
            {said !== '' && <p>{said}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
