/** 申请表: what was typed, and the same as the application that Article 29 describes. */
import type { Agency } from '../people/agency.ts';
import { successionSays } from '../people/succession.ts';
import type { ApplicantKindName } from '../requests/applicant-kinds.ts';
import { APPLICANT_KINDS } from '../requests/applicant-kinds.ts';
import { type Application, checkApplication } from '../requests/application.ts';
import { isMissing } from '../requests/decide/particulars.ts';
import { FORMS_WANTED, type FormWantedName } from '../requests/forms-wanted.ts';
import { asked } from './asked.ts';
import type { FieldError } from './components/error-summary.tsx';

/**
 * Every field of the form and how many letters it takes [PRT-26], counted as a browser counts them; what is not here is not read. The pages
 * and the reader keep to the same table.
 */
export const LONGEST = {
  agency: 100,
  kind: 100,
  name: 100,
  identityKind: 100,
  identityNumber: 40,
  representative: 100,
  acting: 100,
  agentName: 100,
  agentIdentity: 100,
  agentPhone: 30,
  /** One name a line. */
  others: 2_000,
  phone: 30,
  email: 200,
  address: 200,
  wanted: 4_000,
  formWanted: 100,
  /** What the form carries of the files chosen on it (`held-files.ts`). */
  files: 20_000,
} as const;

export type ApplicationField = keyof typeof LONGEST;
export const APPLICATION_FIELDS = Object.keys(LONGEST) as ApplicationField[];
export type ApplicationForm = Readonly<Record<ApplicationField, string>>;

/** 替谁申请: for himself, for somebody, or several together. */
export const ACTING = {
  self: { label: '为自己申请', says: '单位申请的，由经办人填写，也选这一项' },
  agent: { label: '我是代理人，替别人申请', says: '要交申请人签名或者盖章的授权委托书' },
  together: { label: '几个人或者几家单位一起申请', says: '推选一名代表，由他收取文书；统计时算一件' },
} as const;

/** 身份证明的种类, of a person and of an organisation; the first is the usual one. */
export const IDENTITY_KINDS = {
  person: [
    '居民身份证',
    '护照',
    '港澳台居民居住证',
    '港澳居民来往内地通行证',
    '台湾居民来往大陆通行证',
    '外国人永久居留身份证',
    '其他证件',
  ],
  organisation: ['统一社会信用代码', '其他证件'],
} as const;

export function identityKindsFor({ kind }: Pick<ApplicationForm, 'kind'>): readonly string[] {
  return kind === 'natural' ? IDENTITY_KINDS.person : IDENTITY_KINDS.organisation;
}

/** Nothing is cut: what is too long comes back with a word beside its field. A line break is one letter, as it is in the browser. */
export function readApplicationForm(body: unknown): ApplicationForm {
  const read = (field: ApplicationField) => asked(body, field).replace(/\r\n?/g, '\n');
  const form = Object.fromEntries(APPLICATION_FIELDS.map((field) => [field, read(field)])) as ApplicationForm;
  const kinds = identityKindsFor(form);
  // A kind of proof that does not fit who applies was chosen before the answer was changed.
  return kinds.includes(form.identityKind) ? form : { ...form, identityKind: kinds[0]! };
}

export function applicationOf(form: ApplicationForm): Application {
  return {
    applicantKind: (Object.hasOwn(APPLICANT_KINDS, form.kind) ? form.kind : 'natural') as ApplicantKindName,
    applicant: {
      name: form.name,
      identity: form.identityNumber === '' ? '' : `${form.identityKind} ${form.identityNumber}`,
      phone: form.phone,
      email: form.email,
      address: form.address,
      // Whoever turned from an organisation into a person has nobody to speak for him.
      representative: form.kind === 'natural' ? '' : form.representative,
      ...(form.acting === 'agent'
        ? { agent: { name: form.agentName, identity: form.agentIdentity, phone: form.agentPhone } }
        : {}),
      ...(form.acting === 'together' ? { together: othersIn(form) } : {}),
    },
    wanted: form.wanted,
    formWanted: form.formWanted as FormWantedName,
  };
}

/** Each once, and not who stands for them. */
export function othersIn({ others, name }: Pick<ApplicationForm, 'others' | 'name'>): string[] {
  const names = others.split(/[\n、；;]/).map((one) => (isMissing(one) ? '' : one.trim()));
  return [...new Set(names)].filter((one) => one !== '' && one !== name);
}

/** Where the rule finds a lack, in the fields of this form. */
const FIELD_OF: Readonly<Record<string, ApplicationField>> = {
  '/applicant/name': 'name',
  '/applicant/identity': 'identityNumber',
  '/applicant/representative': 'representative',
  '/applicant/agent/name': 'agentName',
  '/applicant/agent/identity': 'agentIdentity',
  '/applicant/agent/phone': 'agentPhone',
  '/applicant/together': 'others',
  '/applicant/phone': 'phone',
  '/applicant/address': 'address',
  '/wanted': 'wanted',
  '/formWanted': 'formWanted',
};

export function errorsOf(form: ApplicationForm, agencies: readonly Agency[]): FieldError[] {
  const errors: FieldError[] = [];
  const succession = successionSays(form.agency, agencies);
  if (succession) errors.push({ field: 'agency', says: succession });
  else if (!agencies.some(({ id }) => id === form.agency))
    errors.push({ field: 'agency', says: '没有选择受理机关。请选择向哪个机关申请。' });
  if (!Object.hasOwn(APPLICANT_KINDS, form.kind))
    errors.push({ field: 'kind', says: '没有选择申请人的类别。请选择个人，或者单位中的一种。' });
  if (form.acting !== '' && !Object.hasOwn(ACTING, form.acting))
    errors.push({ field: 'acting', says: '没有选择替谁申请。请选择一种。' });
  for (const { where, says, advice } of checkApplication(applicationOf(form)))
    errors.push({ field: FIELD_OF[where] ?? 'wanted', says: `${says}${advice}` });
  if (form.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email))
    errors.push({ field: 'email', says: '电子邮箱的格式不对，应当像 name@example.com 这样。' });
  return [...errors, ...tooLong(form)];
}

function tooLong(form: ApplicationForm): FieldError[] {
  return APPLICATION_FIELDS.filter((field) => form[field].length > LONGEST[field]).map((field) => ({
    field,
    says: `写了 ${form[field].length} 个字，最多 ${LONGEST[field]} 个字。请删减${field === 'wanted' ? '，或者分成几份申请' : ''}。`,
  }));
}

export function formWantedTerm(form: ApplicationForm): string {
  return FORMS_WANTED[form.formWanted as FormWantedName]?.term ?? '';
}
