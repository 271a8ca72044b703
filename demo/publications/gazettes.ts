/** 政府公报 of the year, one a quarter: each prints what the county had published since the one before. */
import type { Actor } from '../../src/people/actor.ts';
import { documentsPrinted, issueBody, issueName } from '../../src/publications/gazette.ts';
import { particularsOf } from '../../src/publications/particulars.ts';
import { publicationStairs } from '../../src/publications/store/stairs.ts';
import { titlesOf } from '../../src/publications/store/titles.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { type Act, momentOf } from '../replay.ts';
import { MADE } from './normative.ts';

const ISSUES = ['2024-03-28', '2024-06-27', '2024-09-27', '2024-12-26'] as const;

/** @param documents by the keys of the normative documents, filled as the year goes on */
export function gazetteActs(
  { editor, publisher }: { readonly editor: Actor; readonly publisher: Actor },
  documents: ReadonlyMap<string, string>,
): Act[] {
  return ISSUES.map((day, i) => ({
    at: momentOf(day, 15 * 60),
    run: async (stage) => {
      const before = ISSUES[i - 1] ?? '2024-01-01';
      const made = MADE.filter(({ publishedOn }) => publishedOn > before && publishedOn <= day);
      const documentIds = made.map(({ key }) => documents.get(key)!);
      const issue = { year: 2024, number: i + 1, contents: [{ heading: '县政府文件', documentIds }] };
      const titles = await titlesOf(stage.tx, documentIds);
      const cover = '本期刊登县政府规范性文件，文字与发布时一致。';
      const { id } = await stage.perform(publicationStairs, editor, {
        ...{ verb: 'draft', agencyId: 'office', kind: 'gazette', columns: ['catalogue.gazette'] },
        particulars: particularsOf({
          title: `示例县人民政府公报${issueName(issue)}`,
          issuer: '示例县人民政府办公室',
          writtenOn: civil(day),
          summary: cover,
          issue,
        }),
        bodyHtml: issueBody(cover, issue.contents, new Map([...titles].map(([one, { title }]) => [one, title]))),
        relations: documentsPrinted(issue).map((to) => ({ kind: 'contains', to }) as const),
      });
      await stage.perform(publicationStairs, publisher, { verb: 'publish', documentId: id });
    },
  }));
}
