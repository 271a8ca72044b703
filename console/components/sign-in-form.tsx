/** Name and password; what is missing is said beside its field, what was refused above the button. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SignIn } from '../../src/desk/contract.ts';
import { ProblemNote } from './problem-note.tsx';
import { TextField } from './text-field.tsx';

export interface SignInFormProps {
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSignIn: (credentials: SignIn) => void;
}

export function SignInForm({ error, pending, onSignIn }: SignInFormProps) {
  const [signInName, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = { name: tried && signInName.trim() === '', password: tried && password === '' };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (signInName.trim() !== '' && password !== '') onSignIn({ signInName, password });
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
      <ProblemNote error={error} />
      <Button type="primary" htmlType="submit" block loading={pending}>
        登录
      </Button>
    </form>
  );
}
