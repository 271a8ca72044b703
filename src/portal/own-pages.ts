/** 栏目以外的网页: pages the program makes itself, or a register of their own, that hold what a column is called after. */
import type { ColumnKey } from '../publications/columns.ts';

export interface OwnPage {
  readonly path: string;
  readonly name: string;
}

/** 指南、年报、目录 (第十二条、第五十条): the page is what the column is called. */
export const OWN_PAGES: Readonly<Record<ColumnKey, OwnPage>> = {
  'catalogue.guide': { path: '/guide', name: '政府信息公开指南' },
  'catalogue.reports': { path: '/annual-reports', name: '政府信息公开年报' },
  'catalogue.statutory': { path: '/catalogue', name: '法定主动公开内容' },
};

/** Where an item of Articles 20 and 21 is kept as well [PRT-129]: who finds nothing in its column is led there. */
export const KEPT_ELSEWHERE: Readonly<Record<ColumnKey, OwnPage>> = {
  'catalogue.statutory.regulations': { path: '/policies', name: '政策文件库' },
  'catalogue.statutory.organization': { path: '/agencies', name: '各机关' },
  'catalogue.statutory.licensing': { path: '/decisions/licensing', name: '行政许可公示' },
  'catalogue.statutory.penalty': { path: '/decisions/punishment', name: '行政处罚公示' },
};
