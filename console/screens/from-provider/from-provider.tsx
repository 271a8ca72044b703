/** 从统一身份认证回来 [SEC-42]: what the provider answered is handed to the desk at once and taken out of the address; a code may still be owed. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { call, problemOf } from '../../api/call.ts';
import { placeBefore } from '../../api/provider-road.ts';
import { useEntered } from '../../api/session.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ProviderButton } from '../../components/provider-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import '../../components/door.css';

/** Read once, before anything is drawn: an answer is good once. */
const brought = window.location.pathname === '/sign-in/provider' ? window.location.search : '';
let handedOver: Promise<unknown> | undefined;

export default function FromProvider() {
  const entered = useEntered();
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const enter = async () => {
    await entered();
    go(placeBefore(), { replace: true });
  };
  const finish = useMutation({
    mutationFn: async () => {
      handedOver ??= call('POST /api/sign-in/provider/finished', { sends: { answer: brought } });
      await handedOver;
      await enter();
    },
  });
  const prove = useMutation({
    mutationFn: async () => {
      await call('POST /api/sign-in/provider/code', { sends: { code } });
      await enter();
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser comes back
  useEffect(() => {
    window.history.replaceState(null, '', '/sign-in/provider');
    finish.mutate();
  }, []);

  const wantsCode = finish.error !== null && problemOf(finish.error).code === 'CODE_NEEDED';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate();
  };
  return (
    <main className="door">
      <title>登录 · 政务公开工作台</title>
      <h1>政务公开工作台</h1>
      <p className="soft">用统一身份认证登录</p>
      {finish.error === null && <p role="status">统一身份认证已经答复，正在登录……</p>}
      {wantsCode && (
        <form className="card" onSubmit={submit} noValidate>
          <p className="soft">{problemOf(finish.error).says}</p>
          <TextField
            label="验证码"
            hint="手机身份验证器上的六位数字"
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
          />
          <ProblemNote error={prove.error} />
          <Button type="primary" htmlType="submit" block loading={prove.isPending}>
            登录
          </Button>
        </form>
      )}
      {finish.error !== null && !wantsCode && (
        <div className="card">
          <ProblemNote error={finish.error} />
          <ProviderButton primary />
        </div>
      )}
      {finish.error !== null && (
        <p className="other-road">
          <a href="/">用登录名和密码登录</a>
        </p>
      )}
    </main>
  );
}
