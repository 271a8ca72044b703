/** 专栏: opened, described, put in order, closed; a closed one stays readable. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SpecialLine } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { Empty } from '../../components/empty.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { SitePartProps } from './form-props.ts';

export function Specials(props: SitePartProps) {
  const { view, open, onOpen, onSend } = props;
  const mayArrange = view.mayNot === null;
  const going = view.specials.filter(({ closedOn }) => closedOn === null);
  const closed = view.specials.filter(({ closedOn }) => closedOn !== null);
  return (
    <section id="specials" aria-labelledby="specials-head">
      <h2 id="specials-head">专栏</h2>
      {mayArrange && open !== 'special' && (
        <p>
          <button type="button" className="step-button" onClick={() => onOpen('special')}>
            开设专栏
          </button>
        </p>
      )}
      {open === 'special' && <SpecialForm {...props} />}
      {going.length === 0 && <Empty says="没有开着的专栏。" begin="开设以后，编辑可以把信息也放进去。" />}
      <ol className="site-list">
        {going.map((line) => (
          <li key={line.key} className="card">
            <h3>{line.name}</h3>
            <Bits of={[`${line.documents} 条信息`, `${line.openedOn} 开设`, line.key, `次序 ${line.place}`]} />
            <p>{line.purpose || '还没有封面文字。'}</p>
            {mayArrange && open !== line.key && open !== `close ${line.key}` && (
              <p className="site-block-buttons">
                <Button size="small" onClick={() => onOpen(line.key)} aria-label={`修改${line.name}`}>
                  修改
                </Button>
                <Button size="small" onClick={() => onOpen(`close ${line.key}`)} aria-label={`关闭${line.name}`}>
                  关闭
                </Button>
              </p>
            )}
            {open === line.key && <SpecialForm {...props} line={line} />}
            {open === `close ${line.key}` && (
              <SideForm
                title={`关闭“${line.name}”`}
                verb="关闭专栏"
                error={props.error}
                pending={props.pending}
                onSubmit={() =>
                  onSend({ act: { verb: 'closeColumn', key: line.key }, says: `“${line.name}”已经关闭归档。` })
                }
                onLeave={() => onOpen('')}
              >
                <p>关闭以后不能再放新的信息，也不能重开；已有的信息和网址都不变，读者在“专题专栏”里还找得到。</p>
              </SideForm>
            )}
          </li>
        ))}
      </ol>
      {closed.length > 0 && (
        <details className="site-closed">
          <summary>{`已经关闭的（${closed.length} 个）`}</summary>
          <ul>
            {closed.map(({ key, name, openedOn, closedOn, documents }) => (
              <li key={key}>
                {name}
                <Bits of={[`${documents} 条信息`, `${openedOn} 开设`, `${closedOn} 关闭`]} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function SpecialForm({ error, pending, onSend, onOpen, line }: SitePartProps & { readonly line?: SpecialLine }) {
  const [key, setKey] = useState(line?.key ?? 'special.');
  const [name, setName] = useState(line?.name ?? '');
  const [purpose, setPurpose] = useState(line?.purpose ?? '');
  const [place, setPlace] = useState(String(line?.place ?? 0));
  const [tried, setTried] = useState(false);
  const placeWrong = /^\d{1,3}$/.test(place) ? undefined : '请写 0 到 999 的整数。';
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || placeWrong) return false;
    const cover = { name, purpose };
    if (line)
      onSend({
        act: { verb: 'describeColumn', key: line.key, ...cover, place: Number(place) },
        says: `已经修改专栏“${name.trim()}”。`,
      });
    else onSend({ act: { verb: 'openColumn', key: key.trim(), ...cover }, says: `已经开设专栏“${name.trim()}”。` });
    return true;
  };
  return (
    <SideForm
      title={line ? `修改“${line.name}”` : '开设专栏'}
      verb={line ? '保存' : '开设'}
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={() => onOpen('')}
    >
      {!line && (
        <TextField
          label="标识"
          value={key}
          onChange={setKey}
          hint="“special.”加小写字母、数字、连字符，会出现在网址里，以后不能改"
        />
      )}
      <TextField
        label="名称"
        value={name}
        onChange={setName}
        wrong={tried && name.trim() === '' ? '请填写专栏名称。' : undefined}
      />
      <LongField label="封面文字" value={purpose} onChange={setPurpose} hint="放什么、为谁开设，显示在专栏的开头" />
      {line && (
        <TextField
          label="次序"
          value={place}
          onChange={setPlace}
          hint="小的在前；相同的按开设的先后"
          wrong={tried ? placeWrong : undefined}
        />
      )}
    </SideForm>
  );
}
