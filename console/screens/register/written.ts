/** What is written on the registration form, and what of it is sent. */
import type { Registration, Vocabulary } from '../../../src/desk/contract.ts';

export type Written = Readonly<
  Record<Exclude<keyof Registration, 'applicant' | 'records'> | keyof Registration['applicant'], string>
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
  const chosen = { agencyId: '', channel: 'counter', applicantKind: 'natural', formWanted: '' };
  return { submission, on: today, confirmedOn: '', why: '', records: {}, wanted: '', ...chosen, ...applicant };
}

/** What no registration goes without; whatever else is missing is asked of the applicant afterwards. */
export function lacking(
  { on, name, wanted, formWanted, channel, records }: Written,
  words: Pick<Vocabulary, 'channels'>,
): Lacks {
  const asked = words.channels.find((one) => one.name === channel)?.records ?? [];
  const unrecorded = asked.filter((record) => (records[record.name] ?? '').trim() === '');
  return {
    ...Object.fromEntries(unrecorded.map((record) => [recordKey(record.name), `请填写${record.term}。`])),
    ...(on === '' ? { on: '请选择日期。' } : {}),
    ...(name.trim() === '' ? { name: '请填写申请人的姓名或者名称；没有署名的写“未署名”。' } : {}),
    ...(wanted.trim() === '' ? { wanted: '请照原文录入申请的内容。' } : {}),
    ...(formWanted === '' ? { formWanted: '请选择获取信息的方式；没有写明的，按能够联系到申请人的方式选择。' } : {}),
  };
}

/** Where only one agency or form is on offer nobody is asked to choose it. */
export function toSend(
  written: Written,
  words: Pick<Vocabulary, 'agencies' | 'channels' | 'applicantKinds'>,
): Registration {
  const { name, identity, phone, email, address, representative, confirmedOn, why, records, ...rest } = written;
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
    applicant: { name, identity, phone, email, address, representative: natural ? '' : representative },
  };
}
