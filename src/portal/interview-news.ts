/** 访谈的新内容, as it is sent to who reads along: a line as the page shows it, or that the interview began or is over. */
import { type PublicNews, publicNewsAfter } from '../interaction/store/interview-lists.ts';
import type { Db } from '../platform/database.ts';
import type { LiveEvent } from './live-streams.ts';
import { lineId, TranscriptLine } from './pages/interviews/line.tsx';

export async function interviewNews(db: Db, id: string, after: number): Promise<readonly LiveEvent[]> {
  const { guest, news } = await publicNewsAfter(db, id, after);
  return news.map((one) => eventOf(one, guest));
}

function eventOf({ n, step, line }: PublicNews, guest: string): LiveEvent {
  const last = step === 'ended' || step === 'cancelled';
  if (!line) return { n, name: step, text: '{}', last };
  const html = String(TranscriptLine({ line, guest }));
  return { n, name: 'line', text: JSON.stringify({ id: lineId(line.n), html }), last };
}
