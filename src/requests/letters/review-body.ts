/**
 * 行政复议机关、管辖法院 [LET-3] (《行政复议法》第二十四条至第二十八条、《行政诉讼法》第十四条、第十五条) for every kind of agency. What the law leaves
 * open is entered by the agency; until then the letter says it in the words of the law, never a guess.
 */
import type { AgencyKindName } from '../../people/agency.ts';
import type { LetterOffice } from './letter.ts';

interface ReviewRule {
  /** In the words of the law, where no name is known. */
  readonly inGeneral: string;
  /** The county of the tree is the body. */
  readonly county: boolean;
  readonly basis: string;
}

const byCounty = (basis: string): ReviewRule => ({ inGeneral: '本级人民政府', county: true, basis });

export const REVIEW_BODIES: Readonly<Record<AgencyKindName, ReviewRule>> = {
  county: { inGeneral: '上一级人民政府', county: false, basis: '《行政复议法》第二十四条第一款第（二）项' },
  office: byCounty('《行政复议法》第二十四条第一款第（一）项'),
  department: byCounty('《行政复议法》第二十四条第一款第（一）项'),
  justice: {
    inGeneral: '本级人民政府，或者上一级司法行政部门',
    county: true,
    basis: '《行政复议法》第二十八条',
  },
  township: byCounty('《行政复议法》第二十四条第一款第（二）项'),
  subdistrict: byCounty('《行政复议法》第二十四条第一款第（三）项'),
  dispatched: byCounty('《行政复议法》第二十四条第四款'),
  authorised: byCounty('《行政复议法》第二十四条第一款第（四）项'),
  cityBranch: { inGeneral: '设区的市人民政府', county: false, basis: '《行政复议法》第二十四条第四款' },
  vertical: { inGeneral: '上一级主管部门', county: false, basis: '《行政复议法》第二十七条' },
  zone: { inGeneral: '依法确定的行政复议机关', county: false, basis: '《行政复议法》第二十四条' },
};

export function reviewBodyOf({ kind, county, particulars }: LetterOffice): string {
  const rule = REVIEW_BODIES[kind];
  if (particulars.reviewBody) return particulars.reviewBody;
  if (!rule.county || county === null) return rule.inGeneral;
  return kind === 'justice' ? `${county}或者上一级司法行政部门` : county;
}

/** Against a county government the intermediate court hears the case, against all others the basic court. */
export function courtOf({ kind, particulars }: LetterOffice): string {
  return particulars.court || (kind === 'county' ? '有管辖权的中级人民法院' : '有管辖权的人民法院');
}
