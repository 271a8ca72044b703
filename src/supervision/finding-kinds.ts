/**
 * 问题种类 FindingKind: everything the watch can find wrong, with its grade, the notice it stands on, how certain that is, what to do, and in how
 * many working days. `indicator` is the line of the inspection the finding counts towards.
 */
import type { IndicatorName } from './indicators.ts';

/** 结果等级. `botWall` and `notLooked` are results of their own: neither fine nor broken. */
export const GRADES = {
  ok: { term: '正常' },
  caution: { term: '提醒' },
  broken: { term: '错误' },
  danger: { term: '严重' },
  botWall: { term: '待人工' },
  notLooked: { term: '未能查看' },
} as const;
export type Grade = keyof typeof GRADES;

export interface FindingKind {
  readonly term: string;
  readonly grade: Exclude<Grade, 'ok'>;
  readonly basis: string;
  readonly certainty: '依据' | '推论' | '待核';
  readonly advice: string;
  /** 整改时限, in working days. */
  readonly dueWorkdays: number;
  readonly indicator?: IndicatorName;
}

const INSPECTION = '国办秘函〔2019〕19号';
const GUIDE = '国办发〔2017〕47号';
const links = { basis: `${INSPECTION}（链接不可用）`, certainty: '待核', dueWorkdays: 5, indicator: 'links' } as const;

export const FINDING_KINDS = {
  deadLink: { term: '错链', grade: 'broken', advice: '请改正或者删除链接。', ...links },
  serverError: { term: '页面出错', grade: 'broken', advice: '请让网站维护单位查看服务器日志。', ...links },
  timeout: {
    term: '打不开',
    grade: 'broken',
    advice: '请检查服务器和线路；外站打不开的，换成能打开的网址。',
    ...links,
  },
  redirectLoop: { term: '来回跳转', grade: 'broken', advice: '请让网站维护单位改正跳转设置。', ...links },
  softMissing: {
    term: '页面内容不存在',
    grade: 'broken',
    advice: '页面打得开但写着内容不存在，请改正链接，并让不存在的页面返回 404。',
    ...links,
  },
  brokenAnchor: { term: '页内定位失效', grade: 'caution', advice: '链接指向页内不存在的位置，请改正。', ...links },
  deadFile: { term: '附件打不开', grade: 'broken', advice: '请重新上传附件，或者改正链接。', ...links },
  deadAsset: { term: '图片、样式缺失', grade: 'broken', advice: '请补上缺失的图片、样式或者脚本文件。', ...links },
  deadLinkInFile: { term: '附件里的错链', grade: 'broken', advice: '请改正文件里的链接后重新上传。', ...links },
  certificate: {
    term: '安全证书有问题',
    grade: 'broken',
    basis: `${GUIDE}（安全防护）`,
    certainty: '待核',
    advice: '请更换有效的证书。',
    dueWorkdays: 2,
  },
  botWall: {
    term: '拒绝机器查看',
    grade: 'botWall',
    basis: `${INSPECTION}（链接不可用）`,
    certainty: '推论',
    advice: '请人工打开看一次；能打开的，登记为例外。',
    dueWorkdays: 5,
  },
  forbiddenLink: {
    term: '链接指向内部地址',
    grade: 'danger',
    basis: `${GUIDE}（安全防护）`,
    certainty: '推论',
    advice: '公开的页面不应指向内网地址，请删除链接。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  changedSite: {
    term: '外链变异',
    grade: 'danger',
    basis: `${INSPECTION}（单项否决：安全、泄密事故等严重问题）`,
    certainty: '推论',
    advice: '链接的外站已经换了内容，请人工核对，立即删除或者更换。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  hiddenLinks: {
    term: '暗链',
    grade: 'danger',
    basis: `${INSPECTION}（单项否决：安全、泄密事故等严重问题）`,
    certainty: '推论',
    advice: '页面里有读者看不见的外站链接，多半是被人植入，请立即处置并查找原因。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  plantedWords: {
    term: '植入的内容',
    grade: 'danger',
    basis: `${INSPECTION}（单项否决：安全、泄密事故等严重问题）`,
    certainty: '推论',
    advice: '页面里有赌博、色情一类的文字，多半是被人植入，请立即处置并查找原因。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  miswritten: {
    term: '写错的网址',
    grade: 'broken',
    advice: '请改成读者能打开的网址；文件先上传，再链接。',
    ...links,
  },
  garbled: {
    term: '乱码',
    grade: 'broken',
    basis: `${GUIDE}附件（网页设计规范）`,
    certainty: '推论',
    advice: '请让网站维护单位把网页和服务器说明的文字编码改成一致。',
    dueWorkdays: 5,
  },
  foreignScript: {
    term: '外站脚本',
    grade: 'caution',
    basis: `${GUIDE}（安全防护）`,
    certainty: '推论',
    advice: '请改用本站的脚本；确需使用的，登记为例外。',
    dueWorkdays: 10,
  },
  mixedContent: {
    term: '不安全的内容',
    grade: 'caution',
    basis: `${GUIDE}（安全防护）`,
    certainty: '推论',
    advice: '加密页面里用了不加密的文件，浏览器会拦下，请改成 https。',
    dueWorkdays: 5,
  },
  slowPage: {
    term: '打开慢',
    grade: 'caution',
    basis: `${INSPECTION}（可用性）`,
    certainty: '推论',
    advice: '请让网站维护单位查看慢的原因。',
    dueWorkdays: 10,
  },
  heavyPage: {
    term: '页面太大',
    grade: 'caution',
    basis: `${GUIDE}（网页设计）`,
    certainty: '推论',
    advice: '请压缩图片，减少页面上的文件。',
    dueWorkdays: 10,
  },
  blankColumn: {
    term: '空白栏目',
    grade: 'broken',
    basis: `${INSPECTION}（单项否决：栏目不更新）`,
    certainty: '依据',
    advice: '请补上内容，或者关闭栏目。',
    dueWorkdays: 3,
    indicator: 'columns',
  },
  staleColumn: {
    term: '栏目不更新',
    grade: 'broken',
    basis: `${INSPECTION}（单项否决：栏目不更新）`,
    certainty: '依据',
    advice: '请更新栏目内容。',
    dueWorkdays: 3,
    indicator: 'columns',
  },
  personalInformation: {
    term: '个人信息',
    grade: 'danger',
    basis: '《条例》第十五条',
    certainty: '依据',
    advice: '请立即隐去个人信息后重新发布。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  perhapsPersonal: {
    term: '疑似个人信息',
    grade: 'caution',
    basis: '《条例》第十五条',
    certainty: '推论',
    advice: '请核对；是单位公布的，登记为例外。',
    dueWorkdays: 5,
  },
  forbiddenWord: {
    term: '违禁词',
    grade: 'danger',
    basis: `${INSPECTION}（单项否决：安全、泄密事故等严重问题）`,
    certainty: '推论',
    advice: '请立即核对并改正。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  wrongWord: {
    term: '错别字',
    grade: 'caution',
    basis: `${GUIDE}（内容保障）`,
    certainty: '推论',
    advice: '请改正；原文如此的，登记为例外。',
    dueWorkdays: 3,
  },
  metaTags: {
    term: '网页标签不全',
    grade: 'caution',
    basis: `${GUIDE}附件（网页设计规范）`,
    certainty: '待核',
    advice: '请补上缺少的网页标签。',
    dueWorkdays: 20,
    indicator: 'marks',
  },
  footerBlock: {
    term: '底部标识不全',
    grade: 'caution',
    basis: `${GUIDE}（页面底部功能区）`,
    certainty: '待核',
    advice: '请在页面底部补上缺少的标识。',
    dueWorkdays: 20,
    indicator: 'marks',
  },
  missingReading: {
    term: '解读没有与文件互相链接',
    grade: 'caution',
    basis: `${INSPECTION}（解读与文件未关联）`,
    certainty: '待核',
    advice: '请在文件页和解读页互相加上链接。',
    dueWorkdays: 5,
    indicator: 'reading',
  },
  backdated: {
    term: '发布时间早于入库时间',
    grade: 'danger',
    basis: `${INSPECTION}（单项否决：伪造发稿日期）`,
    certainty: '依据',
    advice: '请按实际发布的时间改正，并说明原因。',
    dueWorkdays: 1,
    indicator: 'safety',
  },
  reported: {
    term: '网民找错',
    grade: 'broken',
    basis: '国办秘函〔2019〕19号（监管工作年度考核）',
    certainty: '待核',
    advice: '请核实、改正，并答复找错的人；超过一个月才办结的扣分。',
    dueWorkdays: 10,
    indicator: 'reports',
  },
} as const satisfies Record<string, FindingKind>;

export type FindingKindName = keyof typeof FINDING_KINDS;

/** 查到的一处 Mark: what is wrong, with which address; `detail` tells two of one kind at one address apart. */
export interface Mark {
  readonly kind: FindingKindName;
  readonly url: string;
  readonly detail: string;
  readonly says: string;
}
