/** What is written on the registration form, and what of it is sent. */
import type { Registration, Vocabulary } from '../../../src/desk/contract.ts';

/** 替谁申请 [REQ-129], as the portal asks it. */
export const ACTING = [
  { value: 'self', term: '为自己申请' },
  { value: 'agent', term: '由代理人提出' },
  { value: 'together', term: '几个人或者几家单位一起申请' },
] as const;
type AgentField = 'agentName' | 'agentIdentity' | 'agentPhone';

export type Written = Readonly<
  Record<
    | Exclude<keyof Registration, 'applicant' | 'records'>
    | Exclude<keyof Registration['applicant'], 'agent' | 'together'>
    | AgentField
    | 'acting'
    | 'others',
    string
  >
> & {
  /** 收件记录, of every channel that was chosen on the way. */
  readonly records: Readonly<Record<string, string>>;
};

type Lacks = Readonly<Partial<Record<string, string>>>;

/** Where the record of a name stands among what is wrong. */
export const recordKey = (name: string): string => `record:${name}`;

/** The counter is where most are registered; everything else is for the clerk to choose. */
export function blankRegistration(today: string, submission: string): Written {
  const applicant = { name: '', identity: '', phone: '', email: '', address: '', representative: '' };
  const acting = { acting: 'self', agentName: '', agentIdentity: '', agentPhone: '', others: '' };
  const chosen = { agencyId: '', channel: 'counter', applicantKind: 'natural', formWanted: '' };
  return {
    submission,
    on: today,
    confirmedOn: '',
    why: '',
    records: {},
    wanted: '',
    ...chosen,
    ...applicant,
    ...acting,
  };
}

/** What no registration goes without; whatever else is missing is asked of the applicant afterwards. */
export function lacking(
  { on, name, wanted, formWanted, channel, records, acting, agentName, others }: Written,
  words: Pick<Vocabulary, 'channels'>,
): Lacks {
  const asked = words.channels.find((one) => one.name === channel)?.records ?? [];
  const unrecorded = asked.filter((record) => (records[record.name] ?? '').trim() === '');
  return {
    ...Object.fromEntries(unrecorded.map((record) => [recordKey(record.name), `请填写${record.term}。`])),
    ...(on === '' ? { on: '请选择日期。' } : {}),
    ...(name.trim() === '' ? { name: '请填写申请人的姓名或者名称；没有署名的写“未署名”。' } : {}),
    ...(acting === 'agent' && agentName.trim() === ''
      ? { agentName: '请填写代理人的姓名；不是代理的，改选“为自己申请”。' }
      : {}),
    ...(acting === 'together' && othersIn({ others, name }).length === 0
      ? { others: '请一行写一个姓名或者名称；只有一个人的，改选“为自己申请”。' }
      : {}),
    ...(wanted.trim() === '' ? { wanted: '请照原文录入申请的内容。' } : {}),
    ...(formWanted === '' ? { formWanted: '请选择获取信息的方式；没有写明的，按能够联系到申请人的方式选择。' } : {}),
  };
}

/** Where only one agency or form is on offer nobody is asked to choose it. */
export function toSend(
  written: Written,
  words: Pick<Vocabulary, 'agencies' | 'channels' | 'applicantKinds'>,
): Registration {
  const { name, identity, phone, email, address, representative, confirmedOn, why, records, ...further } = written;
  const { acting, agentName, agentIdentity, agentPhone, others, ...rest } = further;
  const channel = words.channels.find((one) => one.name === written.channel);
  const natural = words.applicantKinds.find((one) => one.name === written.applicantKind)?.natural ?? false;
  // The choices are names of the vocabulary; the desk holds them against its tables.
  const chosen = rest as Pick<Registration, 'channel' | 'applicantKind' | 'formWanted'> & typeof rest;
  return {
    ...chosen,
    agencyId: written.agencyId || (words.agencies[0]?.name ?? ''),
    ...(channel?.needsConfirmation && confirmedOn !== '' ? { confirmedOn, why } : {}),
    ...(channel && channel.records.length > 0
      ? { records: Object.fromEntries(channel.records.map((record) => [record.name, records[record.name] ?? ''])) }
      : {}),
    applicant: {
      ...{ name, identity, phone, email, address, representative: natural ? '' : representative },
      ...(acting === 'agent' ? { agent: { name: agentName, identity: agentIdentity, phone: agentPhone } } : {}),
      ...(acting === 'together' ? { together: othersIn({ others, name }) } : {}),
    },
  };
}

/** As letters address several together. */
export function othersInWords({ acting, others, name }: Written): string {
  return acting === 'together' ? `等${othersIn({ others, name }).length + 1}名申请人` : '';
}

/** Each once, and not who stands for them. */
function othersIn({ others, name }: Pick<Written, 'others' | 'name'>): string[] {
  const names = others.split(/[\n、；;]/).map((one) => one.trim());
  return [...new Set(names)].filter((one) => one !== '' && one !== name.trim());
}
