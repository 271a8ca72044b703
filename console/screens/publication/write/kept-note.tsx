/** 暂存: above the form, that it goes on with what was never saved; below it, whether what was just written is kept. */
import { Button } from 'antd';
import { useState } from 'react';
import type { FoundWriting } from '../../../../src/desk/contract.ts';
import { momentOf } from '../../../components/day.ts';
import type { Keeping } from './use-keeping.ts';

export function TakenUpNote({
  at,
  overtaken,
  isNew,
  onBeginAnew,
}: {
  readonly at: string | null;
  /** Somebody else has saved another text meanwhile. */
  readonly overtaken: boolean;
  readonly isNew: boolean;
  readonly onBeginAnew: () => void;
}) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="writing-warning" role="status">
      <p>
        接着写：下面是你{at && ` ${momentOf(at)} `}写着、没有保存的内容。
        {overtaken && '在这以后稿子有了别的修改，保存的时候会请你先看过。'}
      </p>
      {asked ? (
        <p className="head-buttons">
          丢掉以后找不回来。
          <Button size="small" danger onClick={onBeginAnew}>
            丢掉
          </Button>
          <Button size="small" onClick={() => setAsked(false)}>
            接着写
          </Button>
        </p>
      ) : (
        <Button size="small" onClick={() => setAsked(true)}>
          丢掉它，{isNew ? '从空白写起' : '从存着的稿子重新写'}
        </Button>
      )}
    </div>
  );
}

/** 两个窗口 [PUB-111]: what this one has is not kept until he has said which of the two goes on. */
export function ElsewhereNote({
  other,
  isNew,
  readAt,
  onMine,
  onOther,
  onLeave,
}: {
  readonly other: FoundWriting | null;
  readonly isNew: boolean;
  /** Where the other one is read. */
  readonly readAt: string;
  readonly onMine: () => void;
  readonly onOther: (other: FoundWriting) => void;
  readonly onLeave: () => void;
}) {
  return (
    <div className="writing-warning elsewhere" role="alert">
      <p>
        <strong>
          {other
            ? `你在另一个窗口里也${isNew ? '起草了一份稿件' : '写了这份稿件'}，${momentOf(other.keptAt)} 暂存。`
            : '你在另一个窗口里已经保存或者丢掉了这份稿件。'}
        </strong>
        这个窗口里刚写的还没有暂存。
        {other ? TWO[isNew ? 'new' : 'same'] : '不要的可以放心离开；还要的，接着写。'}
      </p>
      <p className="head-buttons">
        {other && (
          <a className="step-button" href={readAt} target="_blank" rel="noreferrer">
            看另一个窗口的（新窗口）
          </a>
        )}
        <Button onClick={onMine}>{other ? '留这个窗口的' : '接着写这个窗口的'}</Button>
        {other ? (
          <Button onClick={() => onOther(other)}>换成另一个窗口的</Button>
        ) : (
          <Button onClick={onLeave}>不要了，返回</Button>
        )}
      </p>
    </div>
  );
}

const TWO = {
  new: '两份都要的，先在那个窗口里保存稿件，再回这里接着写。选定以前，两份都在。',
  same: '暂存只留一份，请看过再选。选定以前，两份都在。',
} as const;

export function KeepingNote({ keeping }: { readonly keeping: Keeping }) {
  return (
    <p className={['failed', 'elsewhere'].includes(keeping.is) ? 'field-wrong' : 'soft'} role="status">
      {SAYS[keeping.is](keeping)}
    </p>
  );
}

const SAYS: { readonly [Is in Keeping['is']]: (keeping: Keeping) => string } = {
  nothing: () => '保存以后，系统检查的结果和审校的步骤在稿件页上；送审以前只有编辑看得到。',
  waiting: () => '正在暂存……',
  kept: (keeping) =>
    `${keeping.is === 'kept' ? momentOf(keeping.at) : ''} 已经暂存，还没有保存成一稿：可以先离开，回来接着写；只有你看得到。`,
  elsewhere: () => '刚写的还没有暂存，请选定留哪一份。',
  failed: () => '连不上，刚写的还没有暂存。请不要关闭这个窗口，连上以后自动暂存。',
};
