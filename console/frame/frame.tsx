/** The frame every screen stands in: where am I, where may I go, who am I; and what holds for all screens. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useSession } from '../api/session.ts';
import { useSessionEnded } from '../api/session-end.ts';
import { mayOpen, SCREENS, type Screen } from '../screens.ts';
import { Crashed } from './crashed.tsx';
import { Navigation } from './navigation.tsx';
import { ClosedRoom, NoSuchScreen } from './no-screen.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { ScreenSkeleton } from './screen-skeleton.tsx';
import { Shortcuts } from './shortcuts.tsx';
import './frame.css';

const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

export default function Frame() {
  const session = useSession();
  const ended = useSessionEnded();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);

  // A screen reader begins at the new screen, not at the link that opened it.
  useEffect(() => {
    if (before.current !== path) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    before.current = path;
  }, [path]);

  return (
    <div className={session.demo ? 'frame demo' : 'frame'}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <aside className="notices" aria-label="提示">
        {session.demo && <p className="demo-strip">演示数据：机关、人员和申请都是虚构的，可以随意试用</p>}
        <OfflineBar />
      </aside>
      <Navigation session={session} />
      <main id="main" ref={main} tabIndex={-1}>
        <Crashed key={path}>
          <Suspense fallback={<ScreenSkeleton />}>
            <Switch>
              {SCREENS.map((screen) => (
                <Route key={screen.path} path={screen.path}>
                  <Opened screen={screen} />
                </Route>
              ))}
              <Route>
                <NoSuchScreen />
              </Route>
            </Switch>
          </Suspense>
        </Crashed>
      </main>
      <Shortcuts />
      {ended && (
        <Suspense fallback={null}>
          <SignInAgain />
        </Suspense>
      )}
    </div>
  );
}

function Opened({ screen }: { readonly screen: Screen }) {
  const session = useSession();
  if (!mayOpen(screen, session)) return <ClosedRoom term={screen.term} roles={session.roles} />;
  return (
    <>
      <title>{`${screen.term} · 政务公开工作台`}</title>
      <screen.Show />
    </>
  );
}
