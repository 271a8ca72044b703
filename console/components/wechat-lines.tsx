/** 公众号文章 in a list: what, where, how far. */
import { Link } from 'wouter';
import type { WechatPostLineView } from '../../src/desk/contract.ts';
import { Bits } from './bits.tsx';
import { momentOf } from './day.ts';
import './wechat-lines.css';

export interface PostLinesProps {
  readonly lines: readonly WechatPostLineView[];
  readonly title: string;
}

export function PostLines({ lines, title }: PostLinesProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title} className="wechat-lines">
      <h2>{title}</h2>
      <ul className="card">
        {lines.map((line) => (
          <li key={line.id}>
            <Link href={`/wechat-posts/${encodeURIComponent(line.id)}`}>{line.title}</Link>
            <Bits of={[line.state, line.account, momentOf(line.changedAt)]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
