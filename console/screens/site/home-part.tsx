/** 首页: the blocks in their order; each moved by buttons, so that a keyboard does it too. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SiteBlock } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { BlockFields } from './block-fields.tsx';
import { type Laid, laid, moved, newBlock, toSend } from './blocks.ts';
import type { SitePartProps } from './form-props.ts';

export function HomePart({ view, error, pending, onSend, open, onOpen }: SitePartProps) {
  const [blocks, setBlocks] = useState<readonly Laid[]>(() => laid(view.home.blocks));
  const [added, setAdded] = useState(0);
  const mayArrange = view.mayNot === null;
  const changed = JSON.stringify(toSend(blocks)) !== JSON.stringify(toSend(laid(view.home.blocks)));
  const kindOf = (name: string) => view.blockKinds.find((kind) => kind.name === name)!;
  const offered = view.blockKinds.filter(
    ({ name, once }) => !once || !blocks.some(({ block }) => block.block === name),
  );
  const add = (kind: string) => {
    if (kind === '') return;
    const block = newBlock(kind as SiteBlock['block'], view.columns[0]?.name ?? '');
    setBlocks([...blocks, { key: `new-${added}`, block }]);
    setAdded(added + 1);
  };
  const publish = () =>
    onSend({
      act: { verb: 'arrangeHome', blocks: toSend(blocks), seen: view.home.version },
      says: '首页已经按新的次序发布。',
    });
  const reset = () =>
    onSend({ act: { verb: 'arrangeHome', blocks: null, seen: view.home.version }, says: '首页已经恢复默认。' });
  return (
    <section className="card step" id="home" aria-labelledby="home-head">
      <h2 id="home-head">首页</h2>
      <p className="soft">
        {view.home.by
          ? `${view.home.on}由${view.home.by}编排。搜索框总在最上面。`
          : '还没有编排过，用的是默认的次序。搜索框总在最上面。'}
      </p>
      <ol className="site-blocks">
        {blocks.map(({ key, block }, i) => {
          const kind = kindOf(block.block);
          return (
            <li key={key}>
              <div className="site-block-head">
                <h3>{`${i + 1}. ${kind.term}`}</h3>
                {mayArrange && (
                  <span className="site-block-buttons">
                    <Button
                      size="small"
                      disabled={i === 0}
                      onClick={() => setBlocks(moved(blocks, i, -1))}
                      aria-label={`上移第${i + 1}个：${kind.term}`}
                    >
                      上移
                    </Button>
                    <Button
                      size="small"
                      disabled={i === blocks.length - 1}
                      onClick={() => setBlocks(moved(blocks, i, 1))}
                      aria-label={`下移第${i + 1}个：${kind.term}`}
                    >
                      下移
                    </Button>
                    {kind.must ? (
                      <span className="soft">不能去掉</span>
                    ) : (
                      <Button
                        size="small"
                        onClick={() => setBlocks(blocks.filter((one) => one.key !== key))}
                        aria-label={`去掉第${i + 1}个：${kind.term}`}
                      >
                        去掉
                      </Button>
                    )}
                  </span>
                )}
              </div>
              <BlockFields
                block={block}
                view={view}
                says={kind.says}
                onChange={(next) => setBlocks(blocks.map((one) => (one.key === key ? { key, block: next } : one)))}
              />
            </li>
          );
        })}
      </ol>
      {mayArrange && (
        <>
          <ChoiceField
            label="添加一个区块"
            value=""
            onChange={add}
            none="请选择种类"
            choices={offered.map(({ name, term }) => ({ value: name, term }))}
            hint="加在最后，再用“上移”放到位置上"
          />
          {open === '' && <ProblemNote error={error} />}
          <p className="head-buttons">
            <Button
              type="primary"
              disabled={!changed}
              loading={pending && open === ''}
              onClick={() => {
                onOpen('');
                publish();
              }}
            >
              发布首页
            </Button>
            {changed && <Button onClick={() => setBlocks(laid(view.home.blocks))}>放弃改动</Button>}
            {!changed && view.home.version > 0 && <Button onClick={reset}>恢复默认</Button>}
            <span className="soft" role="status">
              {changed ? '有改动还没有发布。' : ''}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
