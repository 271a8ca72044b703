/**
 * 网站标识 SiteSettings: what the head tags and the foot of every page must say (《政府网站发展指引》: 网站名称、域名、标识码;
 * 主办单位、联系方式、ICP 备案、公安备案、站点地图).
 */
export interface SiteSettings {
  /** 网站规范名称, SiteName. */
  readonly name: string;
  /** Origin citizens type, without a closing slash: `https://www.example.gov.cn`. */
  readonly url: string;
  /** 网站标识码: ten digits, or `bm` and eight. */
  readonly idCode: string;
  /** 主办单位 and 承办单位. */
  readonly sponsor: string;
  readonly operator: string;
  readonly phone: string;
  readonly icp: string;
  readonly policeRecord: string;
}

/** 网站英文域名, SiteDomain: without scheme. */
export function domainOf(site: SiteSettings): string {
  return site.url.replace(/^https?:\/\//, '');
}
