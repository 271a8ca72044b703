/** Name and password; what is missing is said beside its field, what was refused above the button. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SignIn } from '../../src/desk/contract.ts';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from './problem-note.tsx';
import { TextField } from './text-field.tsx';

export interface SignInFormProps {
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSignIn: (credentials: SignIn) => void;
  /** Another road is the usual one. */
  readonly quiet?: boolean;
}

export function SignInForm({ error, pending, onSignIn, quiet = false }: SignInFormProps) {
  const [signInName, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [own, setOwn] = useState({ once: '', again: '' });
  const [tried, setTried] = useState(false);
  // Asked for once the password was right; what is asked is no error.
  const problem = error ? problemOf(error).code : '';
  const wantsCode = problem === 'CODE_NEEDED' || problem === 'WRONG_CODE' || code !== '';
  const wantsOwn = problem === 'PASSWORD_DUE' || own.once !== '';
  const differ = own.once !== own.again;
  const lacks = { name: tried && signInName.trim() === '', password: tried && password === '' };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (signInName.trim() === '' || password === '' || differ) return;
    onSignIn({
      ...{ signInName, password },
      ...(code === '' ? {} : { code }),
      ...(own.once === '' ? {} : { newPassword: own.once }),
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label="登录名"
        value={signInName}
        onChange={setName}
        autoComplete="username"
        wrong={lacks.name ? '请填写登录名。' : null}
      />
      <TextField
        label="密码"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        wrong={lacks.password ? '请填写密码。' : null}
      />
      {wantsCode && (
        <TextField
          label="验证码"
          hint="手机身份验证器上的六位数字"
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
        />
      )}
      {wantsOwn && (
        <>
          <TextField
            label="新的密码"
            type="password"
            hint="至少10个字符，不含姓名和登录名"
            value={own.once}
            onChange={(once) => setOwn({ ...own, once })}
            autoComplete="new-password"
          />
          <TextField
            label="再填一次新的密码"
            type="password"
            value={own.again}
            onChange={(again) => setOwn({ ...own, again })}
            autoComplete="new-password"
            wrong={tried && differ ? '两次填写的新密码不一样，请再填一次。' : null}
          />
        </>
      )}
      <ProblemNote error={error} />
      <Button type={quiet ? 'default' : 'primary'} htmlType="submit" block loading={pending}>
        登录
      </Button>
    </form>
  );
}
