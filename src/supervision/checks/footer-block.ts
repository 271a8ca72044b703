/** 底部标识 [SUP-20] (国办发〔2017〕47号): what the foot of the home page tells about who runs the site. The list is 待核. */
import { markOf, type PageCheck } from '../seen-page.ts';
import { SITE_CODE } from './meta-tags.ts';

const PARTS: readonly (readonly [term: string, form: RegExp])[] = [
  ['主办单位', /主办/],
  ['联系方式', /联系|电话|邮箱/],
  ['网站标识码', /标识码[：:\s]*(?:\d{10}|bm\d{8})/],
  ['ICP 备案编号', /ICP\s*备/i],
  ['公安机关备案标识', /公网安备/],
  ['站点地图', /(?:站点|网站)地图/],
];

export const footerBlock: PageCheck = ({ url, depth, content: { frameWords, words, meta } }) => {
  if (depth !== 0) return [];
  const all = `${frameWords}\n${words}`;
  const lacking = PARTS.filter(([, form]) => !form.test(all)).map(([term]) => term);
  const code = meta.get('siteidcode')?.[0];
  if (code && !SITE_CODE.test(code)) lacking.push('网站标识码的写法（10 位数字，或者 bm 加 8 位数字）');
  return lacking.length === 0 ? [] : [markOf('footerBlock', url, `首页底部缺少：${lacking.join('、')}。`)];
};
