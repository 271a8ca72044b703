/** 预览: the page of the edition in work as the public will see it, wide or on a phone, in the standard look or in the one for older people. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import './preview.css';

const WIDTHS = { wide: '宽屏', phone: '手机' } as const;
const LOOKS = { standard: '标准版', senior: '适老版' } as const;

export default function Preview() {
  const { id = '' } = useParams<{ id: string }>();
  const [width, setWidth] = useState<keyof typeof WIDTHS>('wide');
  const [look, setLook] = useState<keyof typeof LOOKS>('standard');
  const query = useQuery({
    queryKey: ['publication', id],
    queryFn: ({ signal }) => call('GET /api/publications/:id', { path: { id }, signal }),
  });
  const page = `/publications/${encodeURIComponent(id)}`;
  return (
    <>
      <header className="screen-head">
        <h1>预览</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />} alone>
        {({ draft }) =>
          draft === null ? (
            <Empty
              says="没有正在办理的一稿，公众看到的就是现行的一版。"
              begin={<Link href={page}>回到这条信息，在门户上打开</Link>}
            />
          ) : (
            <>
              <div className="preview-bar">
                <Choices label="宽度" of={WIDTHS} chosen={width} onChoose={setWidth} />
                <Choices label="样式" of={LOOKS} chosen={look} onChoose={setLook} />
                <a className="step-button" href={addressOf(id, look)} target="_blank" rel="noreferrer">
                  在新窗口打开
                </a>
                <Link href={page} className="step-button">
                  回到这条信息
                </Link>
              </div>
              <p className="soft">
                下面是第 {draft.n} 稿（已经保存的）在门户上的样子，只有登录并有权看这条信息的人能打开。
              </p>
              <iframe
                // Drawn anew once it was saved again.
                key={`${draft.hash} ${look}`}
                className={`preview-page ${width}`}
                title={`预览：${draft.particulars.title}`}
                src={addressOf(id, look)}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

const addressOf = (id: string, look: string) => `/api/publications/${encodeURIComponent(id)}/preview?look=${look}`;

interface ChoicesProps<Name extends string> {
  readonly label: string;
  readonly of: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

function Choices<Name extends string>({ label, of, chosen, onChoose }: ChoicesProps<Name>) {
  return (
    <fieldset className="preview-choice">
      <legend className="heard">{label}</legend>
      {(Object.keys(of) as Name[]).map((name) => (
        <button
          key={name}
          type="button"
          className="step-button"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {of[name]}
        </button>
      ))}
    </fieldset>
  );
}
