/** 邮件 over SMTP. The Message-ID is made from the id of the message, so that a second try is recognised as the same letter [MSG-6]. */
import nodemailer from 'nodemailer';
import type { SmtpSettings } from '../../platform/channel-settings.ts';
import { isLoopback } from '../../platform/listen-address.ts';
import { type Channel, type Handover, withoutAddresses } from '../channel.ts';

/** At the same time; servers of offices allow few. */
const CONNECTIONS = 4;
const TIMEOUT_MS = 20_000;

export interface SmtpChannel extends Channel {
  close(): void;
}

export function smtpChannel(settings: SmtpSettings): SmtpChannel {
  const { host, port, secure, user, password, from } = settings;
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    ...{ host, port, secure },
    // A password goes over no open line but that of this machine.
    requireTLS: !secure && user !== undefined && !isLoopback(host),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.indexOf('@') + 1);
  return {
    describes: `${host}:${port}，发件人 ${from}`,
    close: () => transport.close(),
    async send(id, to, { title, text }) {
      try {
        const { response, accepted } = await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject: title, text },
          envelope: { from, to: [to] },
          messageId: `<${id.replace(/[^\w-]/g, '.')}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return accepted.length === 1 && /^2\d\d/.test(response)
          ? { sent: true, answer: withoutAddresses(response) }
          : { sent: false, why: `邮件服务器没有确认收下：${withoutAddresses(response)}`, again: true };
      } catch (error) {
        return refusalOf(error as SmtpError);
      }
    },
  };
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  EDNS: '找不到邮件服务器的地址，请核对 GONGKAI_SMTP。',
  ECONNECTION: '连不上邮件服务器，请核对 GONGKAI_SMTP 和防火墙。',
  ESOCKET: '连不上邮件服务器，请核对 GONGKAI_SMTP 和防火墙。',
  ETIMEDOUT: '邮件服务器没有应答。',
  ETLS: '邮件服务器的加密连接建立不起来，请核对证书和端口。',
  EAUTH: '邮件服务器不接受登录，请核对 GONGKAI_SMTP 里的账号和密码文件。',
  ENOAUTH: '邮件服务器要求登录，请在 GONGKAI_SMTP 里写账号并指定密码文件。',
};

/** A final answer (5xx) about this letter ends it; whatever says nothing about the letter is tried again. */
function refusalOf({ code = '', responseCode, response }: SmtpError): Handover {
  const unreachable = UNREACHABLE[code];
  if (unreachable) return { sent: false, why: unreachable, again: true, down: true };
  const said = response ? withoutAddresses(response) : code;
  if (responseCode !== undefined && responseCode >= 500)
    return { sent: false, why: `邮件服务器拒收：${said}`, again: false };
  return { sent: false, why: `邮件服务器暂时没有收下：${said}`, again: true };
}
