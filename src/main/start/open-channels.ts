/** 渠道: mail and SMS as the operator has set them up. */
import { smsGateway } from '../../exchange/adapters/sms-gateway.ts';
import { smtpChannel } from '../../exchange/adapters/smtp.ts';
import type { Channels } from '../../exchange/channel.ts';
import type { ChannelSecrets } from '../../platform/channel-settings.ts';
import type { Opening } from './installation.ts';

export function openChannels({ smtp, sms }: ChannelSecrets, now: () => Date, atEnd: Opening['atEnd']): Channels {
  const mail = smtp ? smtpChannel(smtp) : null;
  if (mail) atEnd(async () => mail.close());
  return { mail, sms: sms ? smsGateway(sms, now) : null };
}
