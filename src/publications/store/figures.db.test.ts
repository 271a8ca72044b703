import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { publicationPlay } from '../../../test/support/publication-play.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { WithdrawalReasonName } from '../withdrawal.ts';
import { listBehindFigure, publicationFigures } from './figures.ts';

const { db } = await testDatabase();
const play = await publicationPlay(db, ['county', 'school']);
const { act, editor, publisher } = play;
const figures = (year: number, agencies = ['county', 'school']) => publicationFigures(db, agencies, year);

const withdraw = async (documentId: string, reason: WithdrawalReasonName, mergedInto?: string) => {
  const command = {
    verb: 'withdraw',
    documentId,
    reason,
    explanation: '核对后撤回',
    ...(mergedInto && { mergedInto }),
  };
  const answer = await act(publisher, command as Parameters<typeof act>[1]);
  if (isRefusal(answer)) throw new Error(answer.says);
};

it('PUB-12 what stands in two sections is one document, and the figure beside says how many those are', async () => {
  play.on('2021-03-01');
  const both = await play.publish({ columns: ['news.headlines', 'overview.county', 'news.notices'] });
  const news = await play.publish({ columns: ['news.headlines'] });
  const { items, byColumn, inTwoColumns } = await figures(2021);
  expect([items, inTwoColumns, byColumn.news, byColumn.overview]).toEqual([2, 1, 2, 1]);
  const behind = async (figure: Parameters<typeof listBehindFigure>[3]) =>
    (await listBehindFigure(db, ['county', 'school'], 2021, figure)).map(({ id }) => id);
  expect(await behind('items')).toEqual([both.id, news.id]);
  expect(await behind('inTwoColumns')).toEqual([both.id]);
  expect(await behind('column.overview')).toEqual([both.id]);
});

it('PUB-12 counts the agencies of the report and the year of first publication only', async () => {
  play.on('2022-12-31');
  const { id } = await play.publish({ agencyId: 'school' });
  play.on('2023-01-05');
  const [{ particulars }] = [(await play.draft()).draft!];
  await act(editor, { verb: 'revise', documentId: id, particulars, bodyHtml: '<p>改过。</p>', changeNote: '改字' });
  expect(isRefusal(await act(publisher, { verb: 'publish', documentId: id }))).toBe(false);
  expect([(await figures(2022)).items, (await figures(2022, ['county'])).items]).toEqual([1, 0]);
  expect((await figures(2023)).items).toBe(0);
});

it('PUB-13 a mistake or a double taken back within the year is not counted, what is no longer public still is', async () => {
  play.on('2025-02-01');
  const [wrong, double, over, later] = [
    await play.publish(),
    await play.publish(),
    await play.publish(),
    await play.publish(),
  ];
  await withdraw(wrong.id, 'error');
  await withdraw(double.id, 'merged', over.id);
  await withdraw(over.id, 'noticeOver');
  play.on('2026-01-10');
  await withdraw(later.id, 'error');
  const counted = (await listBehindFigure(db, ['county'], 2025, 'items')).map(({ id }) => id);
  expect(counted).toEqual([over.id, later.id]);
  expect((await figures(2025)).items).toBe(2);
});
