/** 更换密码: against the old one; whoever else is signed in with this account is signed out. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { OwnPassword } from '../../../src/desk/contract.ts';
import { call, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { wrongAt } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

const EMPTY = { old: '', password: '', again: '' };

export function PasswordForm() {
  const [written, setWritten] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState('');
  const change = useSend(
    (sends: OwnPassword) => call('POST /api/account/password', { sends }),
    () => {
      setWritten(EMPTY);
      setTried(false);
      setDone('密码已经更换，其他地方的登录已经退出。');
    },
  );
  const issues = change.error ? problemOf(change.error).issues : [];
  const lacks = {
    old: written.old === '' ? '请填写原来的密码。' : null,
    password: written.password === '' ? '请填写新的密码。' : null,
    again: written.again === written.password ? null : '两次填写的新密码不一样，请再填一次。',
  };
  const field = (name: keyof typeof EMPTY) => ({
    type: 'password' as const,
    value: written[name],
    onChange: (value: string) => setWritten((before) => ({ ...before, [name]: value })),
    wrong: (tried && lacks[name]) || wrongAt(issues, `/${name}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone('');
    if (!lacks.old && !lacks.password && !lacks.again) change.mutate({ old: written.old, password: written.password });
  };
  return (
    <form className="card step side-form" onSubmit={submit} noValidate aria-labelledby="password">
      <h2 id="password">更换密码</h2>
      <TextField label="原来的密码" autoComplete="current-password" {...field('old')} />
      <div className="pair">
        <TextField
          label="新的密码"
          autoComplete="new-password"
          hint="至少10个字符，不含姓名和登录名"
          {...field('password')}
        />
        <TextField label="再填一次新的密码" autoComplete="new-password" {...field('again')} />
      </div>
      <ProblemNote error={change.error} />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        更换密码
      </Button>
      <DoneNote says={done} />
    </form>
  );
}
