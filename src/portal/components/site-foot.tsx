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
          <li safe>{`主办单位：${site.sponsor}`}</li>
          <li safe>{`承办单位：${site.operator}`}</li>
          <li safe>{`联系电话：${site.phone}`}</li>
        </ul>
        <ul>
          <li safe>{`网站标识码：${site.idCode}`}</li>
          <li safe>{site.icp}</li>
          <li safe>{site.policeRecord}</li>
        </ul>
      </div>
    </footer>
  );
}
