/** 一次请求: a form over a real connection of the agent's own. */
import { type Agent, request } from 'node:http';

export interface Sent {
  readonly status: number;
  readonly body: string;
}

/** @param portal `127.0.0.1:9701` */
export function sendForm(
  agent: Agent,
  portal: string,
  method: 'GET' | 'POST',
  path: string,
  form: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  return new Promise((done, fail) => {
    const body = method === 'GET' ? '' : new URLSearchParams(form).toString();
    const [host, port] = portal.split(':');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request({ agent, host, port, path, method, headers, timeout: 60_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => done({ status: answer.statusCode!, body: text }));
      answer.on('error', fail);
    });
    sent.on('error', fail).on('timeout', () => sent.destroy(new Error('no answer')));
    sent.end(body);
  });
}
