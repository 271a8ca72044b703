/**
 * 机关层级: what the name of the agency tells about the duties that differ by level: who may make 规章
 * (《立法法》: not below a city with districts), who must report on 考核、评议、追责 (《条例》第五十条), which date binds.
 */
export type AgencyLevel = 'city' | 'county' | 'township' | 'department' | 'unknown';

const DEPARTMENT = /(?:局|委员会|委|办公室|办|厅|中心|院|队|站|所|处|公司|学校|大学|银行|协会|街道|街道办事处)$/;
const TOWNSHIP = /(?:镇|乡|苏木)$/;
const COUNTY = /(?:县|区|旗)$/;
const CITY = /(?:市|州|盟|省)$/;

export function agencyLevelOf(unit: string | null): AgencyLevel {
  if (unit === null) return 'unknown';
  const name = unit.replace(/\s/g, '').replace(/(?:人民)?政府$/, '');
  if (/管委会$|管理委员会$/.test(name)) return 'county';
  if (DEPARTMENT.test(name)) return 'department';
  if (TOWNSHIP.test(name)) return 'township';
  if (/自治区$/.test(name)) return 'city';
  if (COUNTY.test(name)) return 'county';
  return CITY.test(name) ? 'city' : 'unknown';
}

/** 县级及以下, by the county, district or township in the name of a government or of its department. */
export function isCountyOrBelow(unit: string | null, level: AgencyLevel): boolean {
  if (level === 'county' || level === 'township') return true;
  return level === 'department' && /[县旗镇乡]|街道|(?<!自治)区/.test(unit ?? '');
}

export function isGovernment(level: AgencyLevel): boolean {
  return level === 'city' || level === 'county' || level === 'township';
}
