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
              <a href="/agencies">各机关</a>
            </li>
            <li>
              <a href="/feeds">订阅</a>
            </li>
            <li>
              <a href="/mistakes/report" rel="nofollow">
                为本网站找错
              </a>
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
          <Line term="主办单位：" text={site.sponsor} />
          <Line term="承办单位：" text={site.operator} />
          <Line term="联系电话：" text={site.phone} />
        </ul>
        <ul>
          <Line term="网站标识码：" text={site.idCode} />
          <Line text={site.icp} />
          <Line text={site.policeRecord} />
        </ul>
      </div>
    </footer>
  );
}

/** What is not registered yet is left out. */
function Line({ term = '', text }: { readonly term?: string; readonly text: string }): JSX.Element {
  return text ? <li safe>{`${term}${text}`}</li> : '';
}
