/** 登录. Loaded first, so it takes little: two fields, a button and, in a demo, the accounts to try. */
import { useMutation } from '@tanstack/react-query';
import type { SignIn as Credentials } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useEntered } from '../../api/session.ts';
import { SignInForm } from '../../components/sign-in-form.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import '../../components/door.css';
import './sign-in.css';

export default function SignIn() {
  const entered = useEntered();
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      await call('POST /api/sign-in', { sends: credentials });
      await entered();
    },
  });
  return (
    <main className="door">
      <title>登录 · 政务公开工作台</title>
      <h1>政务公开工作台</h1>
      <p className="soft">依申请公开、主动公开和年度报告</p>
      <div className="card">
        <SignInForm error={signIn.error} pending={signIn.isPending} onSignIn={signIn.mutate} />
      </div>
      <DemoAccounts onSignIn={signIn.mutate} pending={signIn.isPending} />
    </main>
  );
}
