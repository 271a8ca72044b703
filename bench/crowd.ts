/** 申请人: citizens who fill in the form of the portal and send it over real connections, each from an address of his own. */
import { Agent } from 'node:http';
import { provenBy } from '../src/portal/portal.fixture.ts';
import { sendForm } from './send-form.ts';

const ANSWERS = {
  formWanted: 'electronic',
  kind: 'natural',
  name: '何以明',
  identityKind: '居民身份证',
  identityNumber: '110101199001011237',
  phone: '13800000001',
  email: '',
  address: '',
};

/** One client at an address of its own, which keeps its connection. @param portal `127.0.0.1:9701` */
export function clientAt(n: number, portal: string) {
  const agent = new Agent({ keepAlive: true, localAddress: `127.0.${1 + Math.floor(n / 200)}.${1 + (n % 200)}` });
  const post = (form: Readonly<Record<string, string>>) => sendForm(agent, portal, 'POST', '/apply', form);
  return { post, close: () => agent.destroy() };
}

export type Client = ReturnType<typeof clientAt>;

export async function fill(client: Client, agency: string, wanted: string): Promise<Record<string, string>> {
  const answers = { ...ANSWERS, agency, wanted };
  const review = await client.post({ ...answers, at: 'files', do: 'next' });
  if (review.status !== 200) throw new Error(`the form was not shown: ${review.status}`);
  return { ...answers, at: 'review', do: 'send', ...(await provenBy(review.body)) };
}
