/** 申请人: citizens who fill in the form of the portal and send it over real connections, each from an address of his own. */
import { Agent, request } from 'node:http';
import { provenBy } from '../src/portal/portal.fixture.ts';

const ANSWERS = {
  formWanted: 'electronic',
  kind: 'natural',
  name: '何以明',
  identityKind: '居民身份证',
  identityNumber: '110101199001011234',
  phone: '13800000001',
  email: '',
  address: '',
};

/** One client at an address of its own, which keeps its connection. @param portal `127.0.0.1:9701` */
export function clientAt(n: number, portal: string) {
  const agent = new Agent({ keepAlive: true, localAddress: `127.0.${1 + Math.floor(n / 200)}.${1 + (n % 200)}` });
  const post = (form: Readonly<Record<string, string>>): Promise<{ status: number; body: string }> =>
    new Promise((done, fail) => {
      const body = new URLSearchParams(form).toString();
      const [host, port] = portal.split(':');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      };
      const sent = request(
        { agent, host, port, path: '/apply', method: 'POST', headers, timeout: 30_000 },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => done({ status: answer.statusCode!, body: text }));
          answer.on('error', fail);
        },
      );
      sent.on('error', fail).on('timeout', () => sent.destroy(new Error('no answer')));
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

export type Client = ReturnType<typeof clientAt>;

export async function fill(client: Client, agency: string, wanted: string): Promise<Record<string, string>> {
  const answers = { ...ANSWERS, agency, wanted };
  const review = await client.post({ ...answers, at: 'files', do: 'next' });
  if (review.status !== 200) throw new Error(`the form was not shown: ${review.status}`);
  return { ...answers, at: 'review', do: 'send', ...(await provenBy(review.body)) };
}
