/** 主动公开 of the year as acts: each item is drafted by the editor and published by somebody else. */
import type { Actor } from '../../src/people/actor.ts';
import { SYSTEM } from '../../src/people/actor.ts';
import { particularsOf } from '../../src/publications/particulars.ts';
import type { Relation } from '../../src/publications/relations.ts';
import { columnStairs } from '../../src/publications/store/columns.ts';
import { publicationStairs } from '../../src/publications/store/stairs.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { AGENCIES, COUNTY } from '../county.ts';
import { type Act, momentOf, type Stage } from '../replay.ts';
import { SPECIAL_COLUMNS } from './columns.ts';
import { gazetteActs } from './gazettes.ts';
import { INTERPRETATIONS } from './interpretations.ts';
import { catalogued, type Item, meetings, news, noticesInBoth, overview } from './items.ts';
import { BALANCE, MADE, type Normative, REPEALS, RUNS_OUT } from './normative.ts';

export interface Desk {
  readonly editor: Actor;
  readonly publisher: Actor;
}

/** Items of each group; with the five normative documents 2,340 in all. */
const ITEMS: readonly Item[] = [
  ...news(1_808 - 17),
  ...meetings(17),
  ...noticesInBoth(336),
  ...catalogued(145 - MADE.length - INTERPRETATIONS.length - 4),
  ...overview(51),
];

export function publicationActs(desk: Desk): Act[] {
  const documents = new Map<string, string>();
  return [
    ...SPECIAL_COLUMNS.map(([key, name], i) => ({
      at: momentOf('2024-01-02', 8 * 60 + i),
      run: async (stage: Stage) => {
        await stage.perform(columnStairs, desk.publisher, {
          verb: 'openColumn',
          key: `special.${key}`,
          agencyId: COUNTY,
          name,
          purpose: `集中公开${name}方面的政府信息`,
        });
      },
    })),
    ...BALANCE.map((normative) => opened(normative, documents)),
    ...MADE.map((normative, i) => made(normative, desk, documents, i)),
    ...INTERPRETATIONS.map((item, i) =>
      published(item, desk, i, () => [{ kind: 'interprets', to: documents.get(item.of)! }]),
    ),
    ...ITEMS.map((item, i) => published(item, desk, i)),
    ...gazetteActs(desk, documents),
    ...REPEALS.map(({ key, on, by }) => ({
      at: momentOf(on, 9 * 60),
      run: async (stage: Stage) => {
        const documentId = documents.get(key)!;
        await stage.perform(publicationStairs, desk.publisher, {
          verb: 'repeal',
          documentId,
          how: 'repealed',
          on: civil(on),
          by,
        });
      },
    })),
    {
      at: momentOf(RUNS_OUT.on, 30),
      run: async (stage: Stage) => {
        await stage.perform(publicationStairs, SYSTEM, { verb: 'expire', documentId: documents.get(RUNS_OUT.key)! });
      },
    },
  ];
}

/** In force from before: entered when the county opens. */
function opened(normative: Normative, documents: Map<string, string>): Act {
  return {
    at: momentOf('2024-01-01', 9 * 60),
    run: async (stage) => {
      const document = await stage.perform(publicationStairs, SYSTEM, {
        verb: 'openWithBalance',
        agencyId: COUNTY,
        kind: 'normative',
        columns: ['catalogue.policy.normative'],
        publishedOn: civil(normative.publishedOn),
        particulars: particularsOfNormative(normative),
        bodyHtml: bodyOfNormative(normative),
      });
      documents.set(normative.key, document.id);
    },
  };
}

function made(normative: Normative, desk: Desk, documents: Map<string, string>, i: number): Act {
  return {
    at: momentOf(normative.publishedOn, 9 * 60 + i),
    run: async (stage) => {
      const id = await draftAndPublish(stage, desk, {
        verb: 'draft',
        agencyId: COUNTY,
        kind: 'normative',
        columns: ['catalogue.policy.normative'],
        particulars: particularsOfNormative(normative),
        bodyHtml: bodyOfNormative(normative),
      });
      documents.set(normative.key, id);
    },
  };
}

export function published(item: Item, desk: Desk, i: number, relations: () => readonly Relation[] = () => []): Act {
  return {
    at: momentOf(item.publishedOn, 9 * 60 + 30 + (i % 480)),
    run: async (stage) => {
      await draftAndPublish(stage, desk, { ...draftOf(item), relations: relations() });
    },
  };
}

/** An item that the editor has written and nobody has let out yet. */
export function waiting(item: Item, { editor }: Desk, i: number): Act {
  return {
    at: momentOf(item.writtenOn, 16 * 60 + i),
    run: async (stage) => {
      await stage.perform(publicationStairs, editor, draftOf(item));
    },
  };
}

export function draftOf(item: Item): DraftCommand {
  return {
    verb: 'draft',
    agencyId: item.agencyId,
    kind: item.kind,
    columns: item.columns,
    particulars: particularsOf({
      title: item.title,
      issuer: AGENCIES.find(({ id }) => id === item.agencyId)!.name,
      writtenOn: item.writtenOn,
      topic: item.topic ?? '',
      genre: item.genre ?? '',
      docNo: item.docNo ?? null,
      summary: item.text[0] ?? '',
    }),
    bodyHtml: item.text.map((paragraph) => `<p>${paragraph}</p>`).join(''),
  };
}

type DraftCommand = Extract<Parameters<typeof publicationStairs.decide>[1], { verb: 'draft' }>;

async function draftAndPublish(stage: Stage, { editor, publisher }: Desk, draft: DraftCommand): Promise<string> {
  const document = await stage.perform(publicationStairs, editor, draft);
  await stage.perform(publicationStairs, publisher, { verb: 'publish', documentId: document.id });
  return document.id;
}

function particularsOfNormative({ title, docNo, writtenOn, effectiveOn, expiresOn, topic, genre, rules }: Normative) {
  return particularsOf({
    title,
    docNo,
    issuer: '示例县人民政府',
    writtenOn: civil(writtenOn),
    effectiveOn: civil(effectiveOn),
    expiresOn: expiresOn === null ? null : civil(expiresOn),
    topic,
    genre,
    summary: rules[0] ?? '',
  });
}

function bodyOfNormative({ rules, effectiveOn }: Normative): string {
  const articles = [...rules, `本办法自${effectiveOn}起施行。`];
  return `<p>各乡镇人民政府，县政府各部门：</p>${articles.map((rule, i) => `<p>第${'一二三四五六'[i]}条　${rule}</p>`).join('')}`;
}
