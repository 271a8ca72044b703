/** 我的账号: how one is reached and told, and one's password; each officer's own. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { ContactForm } from './contact-form.tsx';
import { OwnDeputations } from './own-deputations.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import '../../components/side-form.css';
import '../../components/step.css';
import './account.css';

export default function Account() {
  const query = useQuery({ queryKey: ['account'], queryFn: ({ signal }) => call('GET /api/account', { signal }) });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => (
        <>
          <header className="screen-head">
            <h1>我的账号</h1>
            <p className="soft">
              {view.name}，登录名 {view.signInName}。姓名、机关和岗位由安全管理员登记。
            </p>
          </header>
          <ContactForm view={view} />
          <OwnDeputations />
          <OwnSessions lines={view.sessions} />
          <PasswordForm />
          <SecondFactor inForce={view.secondFactor} />
        </>
      )}
    </Loaded>
  );
}
