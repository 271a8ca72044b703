/** 消息: 2,000 letters that wait, sent over SMTP to a server on this machine. */

import { noticeKind } from '../src/desk/exchange/notice-kinds.ts';
import { smtpChannel } from '../src/exchange/adapters/smtp.ts';
import { SEND, send } from '../src/exchange/store/send.ts';
import { saveContact } from '../src/people/store/contacts.ts';
import { addAgency, addOfficer } from '../src/people/store.ts';
import { deliverDue } from '../src/platform/outbox/deliver.ts';
import { queueWork } from '../src/platform/outbox/outbox.ts';
import { mailServer } from '../test/support/message-doubles.ts';
import { KEYS } from '../test/support/request-desk.ts';
import { withDatabase } from './bench-database.ts';
import { atMost, type Measured } from './measured.ts';

const MESSAGES = 2_000;

export async function measureMessages(): Promise<readonly Measured[]> {
  return withDatabase(async (db) => {
    const server = await mailServer();
    const from = 'xxgk@county.example.cn';
    const mail = smtpChannel({ host: '127.0.0.1', port: server.port, secure: false, from });
    const channels = { mail, sms: null };
    const now = () => new Date();
    await db.transaction().execute(async (tx) => {
      await addAgency(tx, {
        ...{ id: 'county', parentId: null, name: '示例县人民政府', kind: 'county' },
        ...{ creditCode: null, contact: {} },
      });
      await addOfficer(tx, {
        ...{ id: 'officer', agencyId: 'county', signInName: 'officer', name: '某人', passwordHash: '-', roles: [] },
      });
      const contact = { email: 'officer@county.example.cn', mobile: '', byMail: ['due'], bySms: [] };
      await saveContact(tx, 'officer', contact, KEYS);
      const to = { kind: 'officer', officerId: 'officer', by: 'mail' };
      const body = { to, notice: 'due', particulars: { red: 1 } };
      const waiting = Array.from({ length: MESSAGES }, (_, i) => ({
        id: `m${i}`,
        work: SEND,
        agencyId: 'county',
        body,
      }));
      await queueWork(tx, waiting, now());
    });
    const sender = { name: '示例县人民政府', url: 'http://127.0.0.1:8080', noticeKind };
    const works = {
      [SEND]: (piece: Parameters<typeof send>[1]) =>
        send({ db, keys: KEYS, channels, sender, openWriter: async () => undefined }, piece),
    };
    const [since, before] = [performance.now(), process.memoryUsage().rss];
    await deliverDue({ db, now, works, log: { error: console.error } }, MESSAGES);
    const seconds = (performance.now() - since) / 1_000;
    const megabytes = (process.memoryUsage().rss - before) / 1_048_576;
    const sent = server.mails.length;
    mail.close();
    await server.close();
    return [
      atMost(`发出 ${MESSAGES} 封邮件`, seconds, 60, ' s', `收到 ${sent} 封`),
      atMost('其间多用的内存', megabytes, 100, ' MB'),
    ];
  });
}
