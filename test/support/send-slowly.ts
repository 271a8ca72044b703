/** A form with one large file over a real connection, in chunks of a megabyte, as a browser sends it. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

export function portOf(app: FastifyInstance): number {
  return (app.server.address() as AddressInfo).port;
}

const MB = Buffer.alloc(1024 * 1024, 'a');

/** @param cut after so many megabytes the line is broken */
export function sendSlowly(
  port: number,
  path: string,
  fields: Readonly<Record<string, string>>,
  fileField: string,
  megabytes: number,
  cut = Number.POSITIVE_INFINITY,
): Promise<{ status: number | undefined; body: string }> {
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' };
  return new Promise((done, fail) => {
    const sent = request({ port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done({ status: answer.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', cut < megabytes ? () => done({ status: undefined, body: '' }) : fail);
    for (const [name, value] of Object.entries(fields))
      sent.write(`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    sent.write(`--b\r\nContent-Disposition: form-data; name="${fileField}"; filename="a.html"\r\n\r\n`);
    let written = 0;
    const write = () => {
      if (written >= cut) return sent.destroy();
      if (written === megabytes) return sent.end('\r\n--b--\r\n');
      written += 1;
      return sent.write(MB) ? setImmediate(write) : sent.once('drain', write);
    };
    write();
  });
}
