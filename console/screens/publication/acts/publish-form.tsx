/** 核对并发布: what goes out, where and in place of what, once more before it is public; what was found in it and not decided on is seen first. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import { sizeInWords } from '../../../components/size-in-words.ts';
import type { ActingProps } from './act.ts';
import { NotDoneNote } from './not-done.tsx';
import { leavingOf, Undecided, undecidedIn } from './undecided.tsx';
import './acts.css';

export function PublishForm({
  view,
  error,
  pending,
  onAct,
  onReload,
  onLeave,
}: ActingProps & { readonly onLeave: () => void }) {
  const open = undecidedIn(view);
  const [seen, setSeen] = useState(false);
  const [tried, setTried] = useState(false);
  const lacks = open.length > 0 && !seen;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (lacks) return focusFirstWrong(event.currentTarget);
    onAct({ verb: 'publish', ...leavingOf(open) });
  };
  return (
    <form onSubmit={send} noValidate aria-label="核对并发布">
      <p>请核对。发布以后公众马上看到，搜索引擎会收录；发错了只能撤回，原来的网址留下一句说明。</p>
      <Leaves view={view} />
      <Undecided
        open={open}
        seen={seen}
        onSee={setSeen}
        says="都看过了，照原样发布"
        wrong={tried && lacks ? '请逐处看过再勾选；要改的不要发布，先修改稿件。' : null}
      />
      <NotDoneNote error={error} onReload={onReload} />
      <p className="head-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={pending}>
          确认发布
        </Button>
        <Button size="large" onClick={onLeave}>
          先不发布
        </Button>
      </p>
    </form>
  );
}

/** 标题、栏目、时间、附件: what the public will have. */
function Leaves({ view: { kind, columns, indexNo, live, draft, withdrawal } }: Pick<ActingProps, 'view'>) {
  const { n, particulars, attachments, changeNote } = draft!;
  const rows: readonly (readonly [string, string])[] = [
    ['标题', particulars.title],
    ['发文机关', [particulars.issuer, particulars.docNo].filter((text) => text !== '').join('，')],
    ['放在', `${columns.map(({ term }) => term).join('、')}（${kind.term}）`],
    ['时间', '现在。发布时间由系统写入，不能改'],
    ['索引号', indexNo ?? '发布时由系统编定'],
    ...(withdrawal
      ? [['重新公开', `${withdrawal.on} 撤回过（${withdrawal.term}），发布以后原来的网址恢复`] as const]
      : live
        ? [['代替', `公众现在看到的第 ${live.n} 稿，换成第 ${n} 稿`] as const]
        : []),
    ...(changeNote === '' ? [] : [['修改说明', changeNote] as const]),
  ];
  return (
    <dl className="publish-check">
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>附件</dt>
        <dd>
          {attachments.length === 0 ? (
            '没有附件'
          ) : (
            <ol>
              {attachments.map(({ id, name, kind: what, bytes }) => (
                <li key={id}>
                  {name}
                  <span className="soft">
                    {what} · {sizeInWords(bytes)}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </dd>
      </div>
    </dl>
  );
}
