/** 政府信息公开五扇门 (国办公开办函〔2019〕61号): the five sections every disclosure platform has, in their order. */
export interface Door {
  readonly name: string;
  readonly path: string;
  readonly says: string;
}

export const DOORS: readonly Door[] = [
  { name: '政府信息公开指南', path: '/guide', says: '公开什么、去哪里找、怎样申请' },
  { name: '政府信息公开制度', path: '/columns/catalogue.rules', says: '条例、规定和本县的工作制度' },
  { name: '法定主动公开内容', path: '/catalogue', says: '按条例第二十条、第二十一条逐项查找' },
  { name: '政府信息公开年报', path: '/annual-reports', says: '历年报告、表格和图' },
  { name: '依申请公开', path: '/apply', says: '网上找不到的，可以申请' },
];
