/** 身份验证器: turned on with the password and a first code, off with the password and a code. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { AccountView, SecondFactorBegun } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

export function SecondFactor({ inForce }: { readonly inForce: boolean }) {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<SecondFactorBegun | null>(null);
  const [done, setDone] = useState('');
  const settle = (says: string) => (view: AccountView) => {
    client.setQueryData(['account'], view);
    setBegun(null);
    setPassword('');
    setCode('');
    setDone(says);
  };
  const begin = useSend(
    (sends: { password: string }) => call('POST /api/account/second-factor', { sends }),
    (answer) => {
      setBegun(answer);
      setPassword('');
    },
  );
  const confirm = useSend(
    (sends: { code: string }) => call('POST /api/account/second-factor/confirmed', { sends }),
    settle('身份验证器已经开启，下次登录要填验证码；其他地方的登录已经退出。'),
  );
  const end = useSend(
    (sends: { password: string; code: string }) => call('POST /api/account/second-factor/ended', { sends }),
    settle('身份验证器已经停用，登录只要密码。'),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone('');
    if (inForce) end.mutate({ password, code });
    else if (begun) confirm.mutate({ code });
    else begin.mutate({ password });
  };
  const verb = inForce ? '停用身份验证器' : begun ? '确认开启' : '开启身份验证器';
  return (
    <form className="card step side-form" onSubmit={submit} noValidate aria-labelledby="second-factor">
      <h2 id="second-factor">身份验证器</h2>
      <p className="soft">
        {inForce
          ? '已经开启：登录时除密码外，还要填手机验证器上的六位数字。手机丢了的，请安全管理员重设密码，身份验证器同时停用。'
          : '开启以后，登录时除密码外，还要填手机上每三十秒换一次的六位数字，别人知道密码也进不来。手机不用联网。'}
      </p>
      {begun && <Begun begun={begun} />}
      {!begun && (
        <TextField
          label="密码"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      {(inForce || begun) && (
        <TextField
          label="验证码"
          hint="验证器上现在的六位数字"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
      )}
      <ProblemNote error={end.error ?? confirm.error ?? begin.error} />
      <Button
        type={inForce ? 'default' : 'primary'}
        danger={inForce}
        htmlType="submit"
        disabled={(begun ? code : password) === '' || (inForce && code === '')}
        loading={begin.isPending || confirm.isPending || end.isPending}
      >
        {verb}
      </Button>
      <DoneNote says={done} />
    </form>
  );
}

function Begun({ begun: { secret, qr } }: { readonly begun: SecondFactorBegun }) {
  return (
    <div className="second-factor">
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="给身份验证器扫的二维码">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.d} fill="#000" />
      </svg>
      <div>
        <p>用手机上的身份验证器（任何支持 TOTP 的都可以）扫这个二维码，再填它显示的六位数字。</p>
        <p>
          扫不了的，在验证器里手工输入密钥：<code>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        </p>
        <p className="soft">二维码和密钥只显示这一次，不要拍照转给别人。</p>
      </div>
    </div>
  );
}
