/** 结转申请: what is written on the form, and how it is sent: who applied stands apart from what is asked for. */
import type { OpeningApplication } from '../../../src/desk/contract.ts';

export type WrittenApplication = Readonly<
  Record<Exclude<keyof OpeningApplication, 'applicant'> | keyof OpeningApplication['applicant'], string>
>;

export function blankApplication(agencyId: string): WrittenApplication {
  const applicant = { name: '', identity: '', phone: '', email: '', address: '', representative: '' };
  return {
    agencyId,
    number: '',
    receivedOn: '',
    channel: '',
    applicantKind: '',
    wanted: '',
    formWanted: '',
    ...applicant,
  };
}

export function applicationToSend(written: WrittenApplication): OpeningApplication {
  const { name, identity, phone, email, address, representative, ...rest } = written;
  return { ...rest, applicant: { name, identity, phone, email, address, representative } };
}
