/** 政府信息公开制度: three of the office, made after the year that is told, so that its figures stay. */
import { type CivilDate, civil } from '../../src/statute/civil-date.ts';
import type { Item } from './items.ts';

const rules = (title: string, day: CivilDate, text: readonly string[]): Item => ({
  kind: 'catalogued',
  agencyId: 'office',
  columns: ['catalogue.rules'],
  title,
  text,
  writtenOn: day,
  publishedOn: day,
});

export const DISCLOSURE_RULES: readonly Item[] = [
  rules('示例县政府信息公开审查制度', civil('2025-03-04'), [
    '一、政府信息公开前，由起草机构提出是否公开的意见，保密审查人员依照《中华人民共和国保守国家秘密法》等规定审查，负责人审定。未经审查的信息不得公开。',
    '二、审查不能确定是否可以公开的，报有关主管部门或者保密行政管理部门确定。',
    '三、涉及商业秘密、个人隐私的，依照《中华人民共和国政府信息公开条例》第十五条办理。',
    '四、审查的意见、审查人和日期随信息归档。',
  ]),
  rules('示例县政府信息公开申请办理规程', civil('2025-03-05'), [
    '一、收到申请当日登记，出具回执。内容不明确的，自收到之日起七个工作日内一次性告知补正。',
    '二、能够当场答复的，当场答复；不能当场答复的，自收到申请之日起二十个工作日内答复。需要延长的，经政府信息公开工作机构负责人同意并告知申请人，延长不超过二十个工作日。',
    '三、公开会损害第三方合法权益的，书面征求第三方意见；第三方自收到征求意见书之日起十五个工作日内提出意见。征求意见所需时间不计算在答复期限内。',
    '四、答复书写明依据和救济途径，与办理过程一并归档。',
  ]),
  rules('示例县政府信息管理动态调整办法', civil('2025-03-06'), [
    '一、各机关每年对不予公开的政府信息评估一次，因情势变化可以公开的，应当公开。',
    '二、公开的信息内容有误的，更正后重新发布，写明更正的内容；已经失效、废止的文件标明效力。',
    '三、公众指出错误的，五个工作日内核实并告知结果。',
  ]),
];
