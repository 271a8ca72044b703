/** Who is not signed in sees the sign-in, wherever he wanted to go, and is there once he has signed in. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { isSignedOut } from './api/call.ts';
import { sessionQuery } from './api/session.ts';
import { Failed } from './components/failed.tsx';
import SignIn from './screens/sign-in/sign-in.tsx';

const Frame = lazy(() => import('./frame/frame.tsx'));
const FromProvider = lazy(() => import('./screens/from-provider/from-provider.tsx'));
const SetUp = lazy(() => import('./screens/set-up/set-up.tsx'));

export function App() {
  const [path] = useLocation();
  const session = useQuery({ ...sessionQuery, retry: false });
  if (path === '/set-up')
    return (
      <Suspense fallback={null}>
        <SetUp />
      </Suspense>
    );
  if (path === '/sign-in/provider')
    return (
      <Suspense fallback={null}>
        <FromProvider />
      </Suspense>
    );
  if (session.data)
    return (
      <Suspense fallback={null}>
        <Frame />
      </Suspense>
    );
  if (session.isPending) return null;
  if (isSignedOut(session.error)) return <SignIn />;
  return (
    <main className="door">
      <Failed alone error={session.error} retry={() => void session.refetch()} />
    </main>
  );
}
