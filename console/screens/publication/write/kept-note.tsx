/** 暂存: above the form, that it goes on with what was never saved; below it, whether what was just written is kept. */
import { Button } from 'antd';
import { useState } from 'react';
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

export function KeepingNote({ keeping }: { readonly keeping: Keeping }) {
  return (
    <p className={keeping.is === 'failed' ? 'field-wrong' : 'soft'} role="status">
      {SAYS[keeping.is](keeping)}
    </p>
  );
}

const SAYS: { readonly [Is in Keeping['is']]: (keeping: Keeping) => string } = {
  nothing: () => '保存以后，系统检查的结果和审校的步骤在稿件页上；送审以前只有编辑看得到。',
  waiting: () => '正在暂存……',
  kept: (keeping) =>
    `${keeping.is === 'kept' ? momentOf(keeping.at) : ''} 已经暂存，还没有保存成一稿：可以先离开，回来接着写；只有你看得到。`,
  failed: () => '连不上，刚写的还没有暂存。请不要关闭这个窗口，连上以后自动暂存。',
};
