/**
 * 期初登记 of applications [REQ-33]: what a form, or one line of a sheet, says of an application that was received and not answered before
 * the product, read into the act that enters it. Kinds are told by their names or by how they are called.
 */
import type { AgencyId } from '../people/agency.ts';
import { CHANNELS, type ChannelName } from '../statute/receipt.ts';
import type { CellFault, SheetColumn } from '../statute/sheet.ts';
import { readTypedDate } from '../statute/typed-date.ts';
import { APPLICANT_KINDS, type ApplicantKindName } from './applicant-kinds.ts';
import type { OpenWithCarriedOver } from './decide/open-with-carried-over.ts';
import { FORMS_WANTED, type FormWantedName } from './forms-wanted.ts';

export type CarriedOverField =
  | 'number'
  | 'receivedOn'
  | 'channel'
  | 'applicantKind'
  | 'name'
  | 'wanted'
  | 'formWanted'
  | 'identity'
  | 'phone'
  | 'email'
  | 'address'
  | 'representative';

export type CarriedOverForm = Readonly<Record<CarriedOverField, string>>;

const terms = (table: Readonly<Record<string, { readonly term: string }>>) =>
  Object.values(table).map(({ term }) => term);

export const CARRIED_OVER_COLUMNS: readonly SheetColumn<CarriedOverField>[] = [
  { key: 'number', head: '原登记号', must: true, hint: '纸质台账或者原系统里的号码，保持不变。' },
  {
    key: 'receivedOn',
    head: '收到申请之日',
    must: true,
    hint: '依《条例》第三十一条确定的日期，答复期限由它算出。写成 2023-05-04 或者 2023年5月4日。',
  },
  { key: 'channel', head: '渠道', must: true, hint: '申请怎样提交的。', choices: terms(CHANNELS) },
  {
    key: 'applicantKind',
    head: '申请人类别',
    must: true,
    hint: '年度报告表三按它分列。',
    choices: terms(APPLICANT_KINDS),
  },
  { key: 'name', head: '姓名或者名称', must: true, hint: '申请人的姓名，单位写全称。' },
  { key: 'wanted', head: '所需信息', must: true, hint: '信息的名称、文号或者其他特征。' },
  { key: 'formWanted', head: '获取方式', must: true, hint: '申请人要求的方式。', choices: terms(FORMS_WANTED) },
  { key: 'identity', head: '身份证明', must: false, hint: '证件名称和号码，加密保存。' },
  { key: 'phone', head: '电话', must: false, hint: '加密保存。' },
  { key: 'email', head: '电子邮箱', must: false, hint: '加密保存。' },
  { key: 'address', head: '通信地址', must: false, hint: '加密保存。' },
  { key: 'representative', head: '联系人', must: false, hint: '单位申请的法定代表人或者经办人。' },
];

export type CarriedOver = Omit<OpenWithCarriedOver, 'codeDigest'>;

export type CarriedOverRead =
  | { readonly command: CarriedOver; readonly faults: readonly [] }
  | { readonly command: null; readonly faults: readonly CellFault<CarriedOverField>[] };

export function readCarriedOverForm(form: CarriedOverForm, agencyId: AgencyId): CarriedOverRead {
  const faults: CellFault<CarriedOverField>[] = [];
  for (const { key, head, must, hint } of CARRIED_OVER_COLUMNS)
    if (must && form[key].trim() === '') faults.push({ key, says: `没有填写${head}。`, advice: hint });
  const on = readTypedDate(form.receivedOn);
  if (!on && form.receivedOn.trim() !== '')
    faults.push({
      key: 'receivedOn',
      says: `“${form.receivedOn}”不是日期。`,
      advice: '写成 2023-05-04 或者 2023年5月4日。',
    });
  const oneOf = <Name extends string>(
    key: CarriedOverField,
    table: Readonly<Record<Name, { readonly term: string }>>,
  ): Name | undefined => {
    const told = form[key].trim();
    const found = (Object.keys(table) as Name[]).find((name) => name === told || table[name].term === told);
    if (!found && told !== '')
      faults.push({ key, says: `没有“${told}”这一项。`, advice: `可填：${terms(table).join('、')}。` });
    return found;
  };
  const channel = oneOf<ChannelName>('channel', CHANNELS);
  const applicantKind = oneOf<ApplicantKindName>('applicantKind', APPLICANT_KINDS);
  const formWanted = oneOf<FormWantedName>('formWanted', FORMS_WANTED);
  if (faults.length > 0 || !on || !channel || !applicantKind || !formWanted) return { command: null, faults };
  const { name, identity, phone, email, address, representative } = form;
  const command: CarriedOver = {
    verb: 'openWithCarriedOver',
    agencyId,
    number: form.number.trim(),
    on,
    channel,
    applicantKind,
    applicant: { name: name.trim(), identity, phone, email, address, representative },
    wanted: form.wanted.trim(),
    formWanted,
  };
  return { command, faults: [] };
}
