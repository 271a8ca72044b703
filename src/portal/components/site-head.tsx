/** 头部标识区: the name of the site, the ways always needed, and the five doors. */
import { DOORS } from '../doors.ts';
import type { Frame } from '../frame.ts';
import { settingsLink } from './settings-link.ts';

export function SiteHead({ frame }: { readonly frame: Frame }): JSX.Element {
  const path = frame.visit.address.split('?', 1)[0];
  return (
    <header class="site-head">
      <div class="wide row">
        <a class="site-name" href="/">
          <span safe>{frame.site.name}</span>
          <small>政府信息公开</small>
        </a>
        <ul class="quick">
          <li>
            <a href="/search">搜索</a>
          </li>
          <li>
            <a href="/track">查询申请进度</a>
          </li>
          <li>
            <a href={settingsLink(frame.visit, { senior: !frame.visit.senior })} rel="nofollow">
              {frame.visit.senior ? '返回标准版' : '适老版'}
            </a>
          </li>
        </ul>
      </div>
      <nav class="wide" aria-label="政府信息公开">
        <ul class="doors-nav">
          {DOORS.map(({ name, path: to }) => (
            <li>
              <a href={to} aria-current={path === to ? 'page' : undefined} safe>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
