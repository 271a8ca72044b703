/** 置顶答案: who searches for these words finds this document first. */
import { Button } from 'antd';
import { useState } from 'react';
import { Bits } from '../../components/bits.tsx';
import { DocumentPicker, type Picked } from '../../components/document-picker.tsx';
import { Empty } from '../../components/empty.tsx';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { SideForm } from '../../components/side-form.tsx';
import type { SitePartProps } from './form-props.ts';

export function Pins(props: SitePartProps) {
  const { view, open, onOpen, onSend, error } = props;
  const mayArrange = view.mayNot === null;
  return (
    <section id="pins" aria-labelledby="pins-head">
      <h2 id="pins-head">置顶答案</h2>
      {mayArrange && open !== 'pin' && (
        <p>
          <button type="button" className="step-button" onClick={() => onOpen('pin')}>
            置顶一个答案
          </button>
        </p>
      )}
      {open === 'pin' && <PinForm {...props} />}
      {view.pins.length === 0 && (
        <Empty says="还没有置顶的答案。" begin="读者常搜、排在前面的又不是要找的那一条时，在这里指定。" />
      )}
      <ul className="site-list">
        {view.pins.map((pin) => (
          <li key={pin.id} className="card">
            <h3>{pin.words.join('、')}</h3>
            <p>
              {`→ ${pin.document.title}`}
              {pin.document.publishedOn === null && (
                <span className="field-wrong">这条信息已经撤回，读者看不到；请取消置顶</span>
              )}
            </p>
            <Bits of={[`${pin.on} ${pin.by}置顶`]} />
            {mayArrange && (
              <Button
                size="small"
                onClick={() => {
                  onOpen(`unpin ${pin.id}`);
                  onSend({ act: { verb: 'unpinAnswer', pinId: pin.id }, says: `已经取消：${pin.words.join('、')}。` });
                }}
                aria-label={`取消置顶${pin.words.join('、')}`}
              >
                取消置顶
              </Button>
            )}
            {open === `unpin ${pin.id}` && <ProblemNote error={error} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PinForm({ error, pending, onSend, onOpen }: SitePartProps) {
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [tried, setTried] = useState(false);
  const asked = words
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const submit = () => {
    setTried(true);
    if (asked.length === 0 || picked === null) return false;
    onSend({
      act: { verb: 'pinAnswer', words: asked, documentId: picked.id },
      says: `已经置顶：搜“${asked[0]}”先看到《${picked.title}》。`,
    });
    return true;
  };
  return (
    <SideForm
      title="置顶一个答案"
      verb="置顶"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={() => onOpen('')}
    >
      <LongField
        label="读者输入的词"
        value={words}
        onChange={setWords}
        hint="一行一个；繁体简体、全角半角不分"
        wrong={tried && asked.length === 0 ? '请至少写一个词。' : undefined}
      />
      <DocumentPicker
        label="先看到的信息"
        picked={picked}
        onPick={setPicked}
        not=""
        wrong={tried && picked === null ? '请选一条已经发布的信息。' : undefined}
      />
    </SideForm>
  );
}
