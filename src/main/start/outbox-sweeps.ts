/** 消息的定时任务: what waits in the outbox is told and sent; each morning those whose files are due are reminded. */
import { remindReporters } from '../../annual-report/store/remind-reporters.ts';
import { noticeKind } from '../../desk/exchange/notice-kinds.ts';
import type { Sender } from '../../exchange/message.ts';
import { PLATFORM_WORKS } from '../../exchange/store/letters.ts';
import { forgetNotices } from '../../exchange/store/officer-notices.ts';
import { SEND, send } from '../../exchange/store/send.ts';
import { tell } from '../../exchange/store/tell.ts';
import { queueAlarms } from '../../exchange/store/watch.ts';
import { TELL } from '../../perform.ts';
import { deliverDue } from '../../platform/outbox/deliver.ts';
import { forgetSettled } from '../../platform/outbox/outbox.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { queueDigests } from '../../requests/store/due-digest.ts';
import type { Installation } from './installation.ts';
import { countyOf } from './prepare.ts';
import { siteOf } from './site-of.ts';
import { writerOpener } from './writer-opener.ts';

const HOUR = 3_600;

/** Evidence of what was sent, and news: both are over after a year. */
const KEPT_MS = 366 * 24 * HOUR * 1_000;

export function outboxSweeps(installation: Installation): readonly Sweep[] {
  const { house, keys, channels, log } = installation;
  const { db, now } = house;
  return [
    {
      name: 'deliver-outbox',
      everySeconds: 5,
      async run() {
        const sender = await senderOf(installation);
        if (!sender) return;
        const works = {
          [TELL]: (piece) => tell({ db, now, channels }, piece),
          [SEND]: (piece) => send({ db, keys, channels, sender, openWriter: writerOpener(db, keys) }, piece),
        } satisfies Parameters<typeof deliverDue>[0]['works'];
        await deliverDue({ db, now, works, which: { allBut: PLATFORM_WORKS }, log });
      },
    },
    { name: 'remind-of-due-days', everySeconds: HOUR / 4, run: async () => void (await queueDigests(house)) },
    { name: 'remind-reporters', everySeconds: HOUR, run: async () => void (await remindReporters(house)) },
    { name: 'watch-outbox', everySeconds: HOUR / 4, run: async () => void (await queueAlarms(house)) },
    {
      name: 'forget-old-messages',
      everySeconds: HOUR,
      async run(at) {
        const before = new Date(at.getTime() - KEPT_MS);
        await forgetSettled(db, before);
        await forgetNotices(db, before);
      },
    },
  ];
}

/** Before the first setup there is nobody to speak for, and nothing to say. */
async function senderOf(installation: Installation): Promise<Sender | undefined> {
  const county = await countyOf(installation);
  if (!county) return undefined;
  const { name, url } = siteOf(county, installation.config);
  return { name, url, noticeKind };
}
