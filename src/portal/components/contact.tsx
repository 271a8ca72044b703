/** 工作机构的联系方式 (《条例》第十二条): how the disclosure office of an agency is reached. */
import type { Agency, OfficeContact } from '../../people/agency.ts';
import { FactsTable } from './facts-table.tsx';

/** 六项联系方式, in the order of Article 12. */
export const CONTACT_TERMS: readonly (readonly [key: keyof OfficeContact, term: string])[] = [
  ['office', '工作机构名称'],
  ['address', '办公地址'],
  ['hours', '办公时间'],
  ['phone', '联系电话'],
  ['fax', '传真号码'],
  ['online', '互联网联系方式'],
];

export function Contact({ agency }: { readonly agency: Agency }): JSX.Element {
  return <FactsTable facts={CONTACT_TERMS.map(([key, label]) => ({ label, value: agency.contact[key] }))} />;
}

export function hasContact({ contact }: Agency): boolean {
  return CONTACT_TERMS.some(([key]) => contact[key]);
}
