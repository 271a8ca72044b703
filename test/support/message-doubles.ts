/** The other sides of mail and SMS: a real SMTP server and an HTTP gateway on the loopback, which keep what they were given. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly to: string;
  readonly raw: string;
}

/** `refuse` decides by receiver: an SMTP answer such as 550, or 0 to take it. */
export async function mailServer(refuse: (to: string) => number = () => 0) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refuse(address);
      done(code === 0 ? null : Object.assign(new Error(`<${address}> not here`), { responseCode: code }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(parts).toString() });
        done(null, 'queued as A1B2C3');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  return {
    mails,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** Takes what is signed with the secret; `answer` overrides what it says. */
export async function smsServer(secret: string, answer?: () => { status: number; body: object }) {
  const taken: { id: string; to: string; text: string }[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const signed = `${request.headers['x-gongkai-time']}\n${body}`;
      const fits = createHmac('sha256', secret).update(signed).digest('hex') === request.headers['x-gongkai-signature'];
      const said =
        answer?.() ?? (fits ? { status: 200, body: { accepted: true, receipt: 'R-7' } } : { status: 401, body: {} });
      if (said.status === 200 && !answer) taken.push(JSON.parse(body));
      reply.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  return {
    taken,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
