/** 底部功能区: the identity a government site must show on every page. */
import type { SiteSettings } from '../site.ts';

export function SiteFoot({ site }: { readonly site: SiteSettings }): JSX.Element {
  return (
    <footer class="site-foot">
      <div class="wide">
        <nav aria-label="页脚">
          <ul>
            <li>
              <a href="/sitemap">站点地图</a>
            </li>
            <li>
              <a href="/check-report">核对一份年报</a>
            </li>
            <li>
              <a href="/deadline">计算答复期限</a>
            </li>
            <li>
              <a href="/fee">计算信息处理费</a>
            </li>
          </ul>
        </nav>
        <ul>
          {[
            ['主办单位：', site.sponsor],
            ['承办单位：', site.operator],
            ['联系电话：', site.phone],
          ].map(Line)}
        </ul>
        <ul>
          {[
            ['网站标识码：', site.idCode],
            ['', site.icp],
            ['', site.policeRecord],
          ].map(Line)}
        </ul>
      </div>
    </footer>
  );
}

/** What is not registered yet is left out. */
function Line([term, text]: readonly string[]): JSX.Element | null {
  return text ? <li safe>{`${term}${text}`}</li> : null;
}
