/** 登录的地方: where I am signed in now; what is not mine, or was forgotten somewhere, is signed out from here. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { OwnSessionView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import '../../components/table.css';

export function OwnSessions({ lines }: { readonly lines: readonly OwnSessionView[] }) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const close = useSend(
    (session: string | null) => call('POST /api/account/sessions/closed', { sends: { session } }),
    (after) => {
      client.setQueryData(['account'], after);
      setDone('已经退出。那里再打开工作台，要重新登录。');
    },
  );
  const others = lines.filter(({ here }) => !here);
  const send = (session: string | null) => {
    setDone('');
    close.mutate(session);
  };
  return (
    <section className="card step side-form" aria-labelledby="own-sessions">
      <h2 id="own-sessions">登录的地方</h2>
      <p className="soft account-note">
        半小时不用、满八小时会自动退出。有不是你本人登录的，请马上让它退出，并且更换密码。
      </p>
      <table className="rows">
        <caption className="heard">这个账号正在登录的地方</caption>
        <thead>
          <tr>
            <th scope="col">浏览器</th>
            <th scope="col">地址</th>
            <th scope="col">时间</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, browser, address, way, openedAt, seenAt, here }) => (
            <tr key={name} className="row">
              <th scope="row">{browser || '没有记录'}</th>
              <td>{address || '没有记录'}</td>
              <td>
                <time dateTime={openedAt}>{momentOf(openedAt)}</time> 用{way}登录，
                <time dateTime={seenAt}>{momentOf(seenAt)}</time> 用过
              </td>
              <td>
                {here ? (
                  '正在使用'
                ) : (
                  <button type="button" className="step-button" disabled={close.isPending} onClick={() => send(name)}>
                    退出<span className="heard">{`${browser}，${address}`}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNote error={close.error} />
      {others.length > 1 && (
        <Button onClick={() => send(null)} loading={close.isPending}>
          退出其他全部
        </Button>
      )}
      <DoneNote says={done} />
    </section>
  );
}
