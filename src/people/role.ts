/** 岗位 Role: what an officer does in disclosure work. Rights are given by role for an agency and all below it. */
export interface Role {
  readonly term: string;
  readonly duty: string;
}

export const ROLES = {
  handler: { term: '承办人', duty: '登记、办理政府信息公开申请，起草答复' },
  officeHead: { term: '公开工作机构负责人', duty: '审核答复、批准延期（《条例》第三十三条第二款）' },
  signatory: { term: '签发人', duty: '签发答复书和年度报告' },
  editor: { term: '编辑', duty: '起草、编辑主动公开的信息' },
  examiner: { term: '审核人', duty: '主动公开信息的一审（科室负责人）' },
  proofreader: { term: '校对人', duty: '主动公开信息的一校、二校、三校' },
  publisher: { term: '发布人', duty: '审核后发布、撤回主动公开的信息' },
  reporter: { term: '统计', duty: '汇总数据、编制年度报告' },
  legal: { term: '法制', duty: '合法性审核，登记复议、诉讼' },
  secrecyReviewer: { term: '保密审查员', duty: '公开前的保密审查（《条例》第十七条）' },
  liaison: { term: '部门联络员', duty: '接收、回复其他机关的协办' },
  systemAdmin: { term: '系统管理员', duty: '运行维护，不接触业务内容' },
  securityAdmin: { term: '安全管理员', duty: '机构、人员和权限' },
  auditor: { term: '审计员', duty: '查看留痕' },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof ROLES;
