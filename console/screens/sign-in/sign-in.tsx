/** 登录. Loaded first, so it takes little: two fields, a button, the other road where there is one and, in a demo, the accounts to try. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SignIn as Credentials } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { signInWays } from '../../api/provider-road.ts';
import { useEntered } from '../../api/session.ts';
import { ProviderButton } from '../../components/provider-button.tsx';
import { SignInForm } from '../../components/sign-in-form.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import '../../components/door.css';
import './sign-in.css';

export default function SignIn() {
  const entered = useEntered();
  const { data: ways } = useQuery(signInWays);
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      await call('POST /api/sign-in', { sends: credentials });
      await entered();
    },
  });
  const closed = ways?.passwordsForAll === false;
  const form = <SignInForm error={signIn.error} pending={signIn.isPending} onSignIn={signIn.mutate} quiet={closed} />;
  return (
    <main className="door">
      <title>登录 · 政务公开工作台</title>
      <h1>政务公开工作台</h1>
      <p className="soft">依申请公开、主动公开和年度报告</p>
      <div className="card">
        {closed ? (
          <>
            <ProviderButton primary />
            <details className="other-road">
              <summary>系统管理员、安全管理员、审计员用密码登录</summary>
              {form}
            </details>
          </>
        ) : (
          <>
            {form}
            {ways?.provider && (
              <div className="other-road">
                <ProviderButton />
              </div>
            )}
          </>
        )}
      </div>
      <DemoAccounts onSignIn={signIn.mutate} pending={signIn.isPending} />
    </main>
  );
}
