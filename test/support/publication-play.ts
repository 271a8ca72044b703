/** A county with an editor and a publisher, and a clock that tests set: for tests of 主动公开 against a database. */
import type { Actor } from '../../src/people/actor.ts';
import { addAgency } from '../../src/people/store.ts';
import { type House, perform } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import type { Draft, PublicationCommand } from '../../src/publications/commands.ts';
import type { Document } from '../../src/publications/document.ts';
import { type Particulars, particularsOf } from '../../src/publications/particulars.ts';
import { publicationStairs } from '../../src/publications/store/stairs.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../src/statute/refusal.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { officerOf } from './scene.ts';

export const CREDIT_CODE = '11150924MB0000000X';

/** 元数据 of a notice, as the console sends them. */
export const PARTICULARS = {
  title: '关于开展春季植树活动的通知',
  issuer: '示范县人民政府办公室',
  docNo: '',
  writtenOn: '2026-03-03',
  topic: '',
  genre: '',
  summary: '',
  keywords: [],
  effectiveOn: '',
  expiresOn: '',
  openMode: 'proactive',
  openModeReason: '',
};

type Wanted = Partial<Omit<Draft, 'verb' | 'particulars'>> & { readonly particulars?: Partial<Particulars> };

export interface PublicationPlay {
  readonly house: House;
  readonly editor: Actor;
  readonly publisher: Actor;
  /** It is ten in the morning of this day, and a second later after each act. */
  on(day: string): void;
  act(actor: Actor, command: PublicationCommand): Promise<Document | Refusal>;
  /** Drafts by the editor. @throws when refused */
  draft(wanted?: Wanted): Promise<Document>;
  /** Drafts and publishes. @throws when refused */
  publish(wanted?: Wanted): Promise<Document>;
}

export async function publicationPlay(
  db: Db,
  agencyIds: readonly string[] = ['county'],
  change: Partial<House> = {},
): Promise<PublicationPlay> {
  await db.transaction().execute(async (tx) => {
    for (const [i, id] of agencyIds.entries()) {
      const creditCode = i === 0 ? CREDIT_CODE : `${CREDIT_CODE.slice(0, 17)}${i}`;
      await addAgency(tx, { id, parentId: null, name: `机关 ${id}`, kind: 'county', creditCode, contact: {} });
    }
  });
  const everywhere = (role: 'editor' | 'publisher') =>
    ({ ...officerOf(agencyIds[0]!, role), reach: { [role]: agencyIds } }) as Actor;
  const [editor, publisher] = [everywhere('editor'), everywhere('publisher')];
  let now = new Date('2024-03-01T02:00:00Z');
  let made = 0;
  const house: House = {
    db,
    now: () => now,
    newId: () => {
      made += 1;
      return `d${String(made).padStart(6, '0')}`;
    },
    calendar: () => builtInCalendar,
    ...change,
  };
  const act = async (actor: Actor, command: PublicationCommand) => {
    const answer = await perform(house, publicationStairs, actor, command);
    now = new Date(now.getTime() + 1_000);
    return answer;
  };
  const done = (answer: Document | Refusal): Document => {
    if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.says}`);
    return answer;
  };
  const draft = async ({ particulars, ...wanted }: Wanted = {}) => {
    const writtenOn = civil(now.toISOString().slice(0, 10));
    return done(
      await act(editor, {
        verb: 'draft',
        agencyId: agencyIds[0]!,
        kind: 'news',
        columns: ['news.headlines'],
        bodyHtml: '<p>正文。</p>',
        ...wanted,
        particulars: particularsOf({ title: '一条动态', issuer: '县政府办公室', writtenOn, ...particulars }),
      }),
    );
  };
  return {
    house,
    editor,
    publisher,
    act,
    draft,
    on: (day) => {
      now = new Date(`${day}T02:00:00Z`);
    },
    publish: async (wanted) => {
      const { id } = await draft(wanted);
      return done(await act(publisher, { verb: 'publish', documentId: id }));
    },
  };
}
