/** 演示账号, one click each; outside demo mode the desk knows no such list and nothing is shown. */
import { useQuery } from '@tanstack/react-query';
import type { SignIn } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';

export interface DemoAccountsProps {
  readonly pending: boolean;
  readonly onSignIn: (credentials: SignIn) => void;
}

export function DemoAccounts({ pending, onSignIn }: DemoAccountsProps) {
  const { data: accounts = [] } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => call('GET /api/demo-accounts', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (accounts.length === 0) return null;
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">
        <span className="demo-word">演示数据</span>点一个账号直接登录
      </h2>
      <ul>
        {accounts.map(({ signInName, password, name, roles }) => (
          <li key={signInName}>
            <button type="button" disabled={pending} onClick={() => onSignIn({ signInName, password })}>
              <strong>{name}</strong>
              <span>{roles}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="soft">
        机关、人员和申请都是虚构的。也可以手工输入，登录名如“{accounts[0]!.signInName}”，密码“{accounts[0]!.password}
        ”。
      </p>
    </section>
  );
}
