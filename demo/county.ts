/**
 * 示例县: an invented county, so that a newcomer sees a year of real work without meeting a real person. Names of places,
 * agencies and officers are made up; the proportions follow a county's published year.
 */
import type { Agency, AgencyKindName, OfficeContact } from '../src/people/agency.ts';
import type { RoleName } from '../src/people/role.ts';

export const COUNTY = 'county';
export const OFFICE = 'office';

const agency = (
  id: string,
  name: string,
  kind: AgencyKindName,
  serial: number,
  contact: OfficeContact = {},
): Agency => ({
  id,
  parentId: id === COUNTY ? null : COUNTY,
  name,
  kind,
  creditCode: `1199${String(serial).padStart(14, '0')}`,
  contact,
});

const contactOf = (office: string, room: string, extension: string): OfficeContact => ({
  office,
  address: `示例县政务中心${room}`,
  hours: '工作日 8:30—12:00，14:30—18:00（夏季15:00—18:30）',
  phone: `0000-660${extension}`,
  fax: `0000-661${extension}`,
  online: '本站“依申请公开”栏目',
});

export const AGENCIES: readonly Agency[] = [
  agency(COUNTY, '示例县人民政府', 'county', 1, contactOf('示例县人民政府办公室政务公开股', '三楼 306 室', '1306')),
  agency(
    OFFICE,
    '示例县人民政府办公室',
    'office',
    2,
    contactOf('示例县人民政府办公室政务公开股', '三楼 306 室', '1306'),
  ),
  agency('development', '示例县发展和改革局', 'department', 3, contactOf('办公室', '二楼 211 室', '1211')),
  agency('education', '示例县教育局', 'department', 4, contactOf('办公室', '教育楼 102 室', '2102')),
  agency('finance', '示例县财政局', 'department', 5, contactOf('办公室', '四楼 402 室', '1402')),
  agency('resources', '示例县自然资源局', 'department', 6, contactOf('办公室', '自然资源楼 301 室', '3301')),
  agency('housing', '示例县住房和城乡建设局', 'department', 7, contactOf('办公室', '建设楼 205 室', '3205')),
  agency('agriculture', '示例县农业农村局', 'department', 8, contactOf('办公室', '农业楼 110 室', '3110')),
  agency('health', '示例县卫生健康局', 'department', 9, contactOf('办公室', '五楼 508 室', '1508')),
  agency('market', '示例县市场监督管理局', 'department', 10, contactOf('办公室', '市场监管楼 203 室', '2203')),
  agency('transport', '示例县交通运输局', 'department', 11, contactOf('办公室', '交通楼 301 室', '4301')),
  agency('civil-affairs', '示例县民政局', 'department', 12, contactOf('办公室', '一楼 112 室', '1112')),
  agency('qingshi', '青石镇人民政府', 'township', 13, contactOf('党政办公室', '青石镇政府院内', '5001')),
  agency('liuwan', '柳湾镇人民政府', 'township', 14, contactOf('党政办公室', '柳湾镇政府院内', '5002')),
  agency('beiling', '北岭乡人民政府', 'township', 15, contactOf('党政办公室', '北岭乡政府院内', '5003')),
];

/** What stands at the foot of the pages: registered with nobody. */
export const DEMO_SITE = {
  idCode: '0000000000',
  operator: '示例县大数据中心',
  icp: '示ICP备00000000号（演示）',
  policeRecord: '示公网安备00000000000000号（演示）',
} as const;

export interface DemoOfficer {
  readonly id: string;
  readonly signInName: string;
  readonly name: string;
  readonly agencyId: string;
  readonly roles: readonly RoleName[];
}

/** Everybody signs in with the same password, which the start prints; it exists in demo mode only. */
export const DEMO_PASSWORD = 'gongkai-2024';

export const OFFICERS: readonly DemoOfficer[] = [
  { id: 'officer-chengban', signInName: 'chengban', name: '田小禾', agencyId: OFFICE, roles: ['handler', 'editor'] },
  {
    id: 'officer-fuzeren',
    signInName: 'fuzeren',
    name: '江远帆',
    agencyId: OFFICE,
    roles: ['officeHead', 'publisher', 'legal'],
  },
  { id: 'officer-baomi', signInName: 'baomi', name: '周守言', agencyId: OFFICE, roles: ['secrecyReviewer'] },
  { id: 'officer-yishen', signInName: 'yishen', name: '宋审慎', agencyId: OFFICE, roles: ['examiner'] },
  { id: 'officer-jiaodui', signInName: 'jiaodui', name: '顾字清', agencyId: OFFICE, roles: ['proofreader'] },
  { id: 'officer-fujiao', signInName: 'fujiao', name: '白无误', agencyId: OFFICE, roles: ['proofreader'] },
  { id: 'officer-lianluo', signInName: 'lianluo', name: '冯通达', agencyId: 'transport', roles: ['liaison'] },
  { id: 'officer-qianfa', signInName: 'qianfa', name: '石敬平', agencyId: COUNTY, roles: ['signatory'] },
  { id: 'officer-tongji', signInName: 'tongji', name: '叶知秋', agencyId: OFFICE, roles: ['reporter'] },
  { id: 'officer-xitong', signInName: 'xitong', name: '郑维安', agencyId: OFFICE, roles: ['systemAdmin'] },
  { id: 'officer-anquan', signInName: 'anquan', name: '方正言', agencyId: OFFICE, roles: ['securityAdmin'] },
  { id: 'officer-shenji', signInName: 'shenji', name: '林知微', agencyId: OFFICE, roles: ['auditor'] },
];
