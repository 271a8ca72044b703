/** 导航: the screens the officer may open, and who he is. On a narrow screen a button unfolds it. */
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SessionView } from '../../src/desk/contract.ts';
import { useSignOut } from '../api/session.ts';
import { MENUS, mayOpen, SCREENS, type Screen } from '../screens.ts';

export function Navigation({ session }: { readonly session: SessionView }) {
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const signOut = useSignOut();
  // biome-ignore lint/correctness/useExhaustiveDependencies: folds again whenever another screen is opened
  useEffect(() => setOpen(false), [path]);

  const current = currentScreen(path);
  const menu = useRef<HTMLElement>(null);
  // Of a menu longer than the window, where one is stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another entry becomes the current one
  useEffect(() => menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [current]);
  return (
    <header className={open ? 'side open' : 'side'}>
      <div className="side-inner">
        <div className="side-head">
          <Link href="/" className="product">
            政务公开工作台
          </Link>
          <button type="button" className="menu-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : '菜单'}
          </button>
        </div>
        <div className="side-body">
          <nav aria-label="导航" ref={menu}>
            {menus(session).map(([menu, screens]) => (
              <section key={menu}>
                <h2>{menu}</h2>
                <ul>
                  {screens.map((screen) => (
                    <li key={screen.path}>
                      <Link href={screen.path} aria-current={screen === current ? 'page' : undefined}>
                        {screen.term}
                        <Waiting {...screen.waiting?.(session)} />
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
          <div className="me">
            <p className="me-name">{session.name}</p>
            <p>{session.agency}</p>
            <p>{session.roles.join('、')}</p>
            <button type="button" onClick={() => void signOut()}>
              退出登录
            </button>
          </div>
        </div>
      </div>
    </header>
  );
}

function Waiting({ n = 0, are = '' }: { readonly n?: number; readonly are?: string }) {
  if (n === 0) return null;
  return (
    <span className="menu-waiting">
      {n}
      <span className="heard">{are}</span>
    </span>
  );
}

function menus(session: SessionView): [string, Screen[]][] {
  const offered = SCREENS.filter((screen) => mayOpen(screen, session) && screen.offered?.(session) !== false);
  return MENUS.flatMap((menu) => {
    const screens = offered.filter((screen) => screen.menu === menu);
    return screens.length > 0 ? [[menu, screens] as [string, Screen[]]] : [];
  });
}

/** The entry that stands for an address: its own, or that of the list it was opened from. */
function currentScreen(path: string): Screen | undefined {
  const inMenu = SCREENS.filter(({ menu }) => menu !== undefined);
  return (
    inMenu.find((screen) => screen.path === path) ??
    inMenu.find((screen) => screen.path !== '/' && path.startsWith(`${screen.path}/`))
  );
}
