import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { xlsxOf } from '../../../test/support/zip.ts';
import { compileYear, scopeOf } from '../../annual-report/store/year.ts';
import { SHEET_BYTES } from '../../platform/papers/sheet.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { OPENING_COLUMNS } from '../../publications/opening-form.ts';
import { CARRIED_OVER_COLUMNS } from '../../requests/carried-over-form.ts';
import type { SheetColumn } from '../../statute/sheet.ts';
import type { EnteredView, OpeningApplication, OpeningDocument, OpeningView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const DOCUMENTS = '/api/opening/documents';
const APPLICATIONS = '/api/opening/applications';
const county = { agencyId: 'county' };

const document = (change: Partial<OpeningDocument> = {}): OpeningDocument => ({
  agencyId: 'county',
  kind: 'normative',
  column: '',
  title: '公共租赁住房管理办法',
  docNo: '示政发〔2023〕7号',
  issuer: '示范县人民政府',
  topic: '综合政务',
  genre: '办法',
  writtenOn: '2023-05-04',
  publishedOn: '2023-05-08',
  effectiveOn: '2023-06-01',
  expiresOn: '',
  countedFrom: '',
  indexNo: '',
  text: '第一条',
  ...change,
});
const application = (change: Partial<OpeningApplication> = {}): OpeningApplication => ({
  agencyId: 'county',
  number: '2025-31',
  receivedOn: '2025-12-22',
  channel: 'counter',
  applicantKind: 'natural',
  applicant: { name: '尤大有', identity: '', phone: '0000-1', email: '', address: '', representative: '' },
  wanted: '一份批复',
  formWanted: 'inspection',
  ...change,
});
/** A sheet of lines that name only the columns they fill in. */
const sheetOf = (columns: readonly SheetColumn[], lines: readonly Readonly<Record<string, string>>[]) =>
  xlsxOf([columns.map(({ head }) => head), ...lines.map((line) => columns.map(({ head }) => line[head] ?? ''))]);
const documentLine = (n: number, change: Readonly<Record<string, string>> = {}) => ({
  标题: `第${n}号办法`,
  种类: '行政规范性文件',
  发文机关: '示范县人民政府',
  成文日期: '2022年3月1日',
  原发布日期: '2022/3/4',
  ...change,
});
const applicationLine = (n: number, change: Readonly<Record<string, string>> = {}) => ({
  原登记号: `旧-${n}`,
  收到申请之日: '2025-12-24',
  渠道: '当面提交',
  申请人类别: '自然人',
  姓名或者名称: '尤大有',
  所需信息: '一份批复',
  获取方式: '当面查阅、抄录',
  ...change,
});
const figures = async (year: number) => (await compileYear(db, (await scopeOf(db, 'county'))!, year)).figures;
const wheres = (body: { issues: { where: string }[] }) => body.issues.map(({ where }) => where);

describe('结转的文件', () => {
  it('PUB-19 one by form: it is in force, in the report and on the portal', async () => {
    const publisher = await office.as(['publisher']);
    const before = (await figures(2025)).table2!.normativeDocuments.valid!;
    const response = await publisher.post(DOCUMENTS, document());
    expect(response.json()).toEqual({ entered: 1, says: '已登记 1 件文件。' });
    expect((await figures(2025)).table2!.normativeDocuments.valid).toBe(before + 1);
    expect(office.told).toEqual(expect.arrayContaining(['home', 'column:catalogue.policy.normative']));
  });

  it('PUB-19 many by sheet', async () => {
    const publisher = await office.as(['publisher']);
    const before = (await figures(2025)).table2!.normativeDocuments.valid!;
    const file = sheetOf(
      OPENING_COLUMNS,
      [1, 2, 3].map((n) => documentLine(n)),
    );
    const response = await publisher.upload(`${DOCUMENTS}/sheet`, county, file);
    expect(response.json<EnteredView>()).toEqual({ entered: 3, says: '已登记 3 件文件。' });
    expect((await figures(2025)).table2!.normativeDocuments.valid).toBe(before + 3);
  });

  it('PUB-19 a sheet with faults is refused whole; row, column and what to do are told for each', async () => {
    const publisher = await office.as(['publisher']);
    const before = await figures(2025);
    const file = sheetOf(OPENING_COLUMNS, [
      documentLine(1),
      documentLine(2, { 成文日期: '去年春天' }),
      documentLine(3, { 种类: '批示', 标题: '' }),
    ]);
    const response = await publisher.upload(`${DOCUMENTS}/sheet`, county, file);
    expect(response.statusCode).toBe(422);
    expect(wheres(response.json())).toEqual(['第 3 行“成文日期”', '第 4 行“标题”', '第 4 行“种类”']);
    expect(response.json().issues[0]).toMatchObject({ code: 'PUB-19', says: '“去年春天”不是日期。' });
    expect(await figures(2025)).toEqual(before);
  });

  it('PUB-19 what the rule refuses is told with its line, and the lines before it are not kept', async () => {
    const publisher = await office.as(['publisher']);
    const before = await figures(2025);
    const file = sheetOf(OPENING_COLUMNS, [documentLine(7), documentLine(8, { 原发布日期: '2026-03-02' })]);
    const response = await publisher.upload(`${DOCUMENTS}/sheet`, county, file);
    expect(response.json().issues).toMatchObject([{ code: 'PUB-19', where: '第 3 行' }]);
    expect(await figures(2025)).toEqual(before);
  });

  it('PUB-19 a fault of the form stands beside its field', async () => {
    const publisher = await office.as(['publisher']);
    const response = await publisher.post(DOCUMENTS, document({ title: ' ', kind: 'notice' }));
    expect(wheres(response.json())).toEqual(['/title', '/column']);
    const late = await publisher.post(DOCUMENTS, document({ publishedOn: '2026-03-02' }));
    expect(late.json()).toMatchObject({ status: 409, code: 'PUB-19' });
  });
});

describe('结转的申请', () => {
  it('REQ-33 by form: it is carried over, and its code is told once', async () => {
    const handler = await office.as(['handler']);
    const before = (await figures(2026)).table3.rows['2']![6]!;
    const response = await handler.post(APPLICATIONS, application());
    expect(response.json<EnteredView>().says).toMatch(/^已登记 1 件申请。查询号 .+，查询码 CODE，只显示这一次/);
    expect((await figures(2026)).table3.rows['2']![6]).toBe(before + 1);
    expect((await handler.post(APPLICATIONS, application())).json()).toMatchObject({ status: 409, code: 'REQ-33' });
  });

  it('REQ-33 by sheet: all or nothing, a number twice in one sheet included', async () => {
    const reporter = await office.as(['reporter']);
    const before = (await figures(2026)).table3.rows['2']![6]!;
    const twice = sheetOf(
      CARRIED_OVER_COLUMNS,
      [1, 2, 1].map((n) => applicationLine(n)),
    );
    const refused = await reporter.upload(`${APPLICATIONS}/sheet`, county, twice);
    expect(refused.json().issues).toMatchObject([{ code: 'REQ-33', where: '第 4 行' }]);
    expect((await figures(2026)).table3.rows['2']![6]).toBe(before);
    const good = sheetOf(
      CARRIED_OVER_COLUMNS,
      [1, 2].map((n) => applicationLine(n)),
    );
    const entered = await reporter.upload(`${APPLICATIONS}/sheet`, county, good);
    expect(entered.json()).toEqual({ entered: 2, says: '已登记 2 件申请。' });
    expect((await figures(2026)).table3.rows['2']![6]).toBe(before + 2);
  });

  it('REQ-33 a fault of the applicant stands beside the field of the form', async () => {
    const handler = await office.as(['handler']);
    const applicant = { ...application().applicant, name: '' };
    const response = await handler.post(APPLICATIONS, application({ number: 'x', applicant, channel: 'dove' }));
    expect(wheres(response.json())).toEqual(['/applicant/name', '/channel']);
  });
});

describe('模板', () => {
  it.each([
    [DOCUMENTS, 'publisher', OPENING_COLUMNS],
    [APPLICATIONS, 'handler', CARRIED_OVER_COLUMNS],
  ] as const)('%s/template has the head that the sheet is read by', async (address, role, columns) => {
    const { headers, rawPayload } = await (await office.as([role])).get(`${address}/template`);
    expect(headers['content-disposition']).toContain("filename*=UTF-8''");
    expect(readCells(rawPayload, 50)).toEqual([{ at: 1, texts: columns.map(({ head }) => head) }]);
  });

  it('the forms offer what the rooms know, for the agencies the officer may enter', async () => {
    const view = (await (await office.as(['reporter'], 'finance')).get('/api/opening')).json<OpeningView>();
    expect(view).toMatchObject({
      documentsFor: [],
      applicationsFor: [{ name: 'finance', term: '示范县财政局' }],
      countsFor: [{ name: 'finance' }],
      interactionsFor: [{ name: 'finance' }],
    });
    expect(view.documentKinds).toContainEqual({ name: 'normative', term: '行政规范性文件' });
  });
});

describe('who may not', () => {
  const file = sheetOf(OPENING_COLUMNS, [documentLine(1)]);

  it('SEC-3 whoever is not signed in gets nothing', async () => {
    for (const url of ['/api/opening', `${DOCUMENTS}/template`, `${APPLICATIONS}/template`])
      expect((await office.stranger.get(url)).statusCode).toBe(401);
    expect((await office.stranger.post(DOCUMENTS, document())).statusCode).toBe(401);
    expect((await office.stranger.post(APPLICATIONS, application())).statusCode).toBe(401);
    expect((await office.stranger.upload(`${DOCUMENTS}/sheet`, county, file)).statusCode).toBe(401);
    expect((await office.stranger.upload(`${APPLICATIONS}/sheet`, county, file)).statusCode).toBe(401);
  });

  it('other roles enter nothing, by form or by sheet', async () => {
    for (const role of ['editor', 'signatory', 'auditor', 'securityAdmin'] as const) {
      const browser = await office.as([role]);
      expect((await browser.post(DOCUMENTS, document())).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
      expect((await browser.post(APPLICATIONS, application())).statusCode).toBe(403);
      expect((await browser.upload(`${DOCUMENTS}/sheet`, county, file)).statusCode).toBe(403);
      expect((await browser.upload(`${APPLICATIONS}/sheet`, county, file)).statusCode).toBe(403);
      expect((await browser.get(`${DOCUMENTS}/template`)).statusCode).toBe(403);
    }
  });

  it('nobody enters for an agency that is not his', async () => {
    const publisher = await office.as(['publisher'], 'finance');
    for (const agencyId of ['county', 'other', 'nowhere']) {
      expect((await publisher.post(DOCUMENTS, document({ agencyId }))).statusCode).toBe(403);
      expect((await publisher.upload(`${DOCUMENTS}/sheet`, { agencyId }, file)).statusCode).toBe(403);
    }
  });

  it('SEC-7 unknown fields, other sites, no file, too many parts and hostile files are refused', async () => {
    const publisher = await office.as(['publisher']);
    const sheet = `${DOCUMENTS}/sheet`;
    const before = await figures(2025);
    expect((await publisher.post(DOCUMENTS, { ...document(), state: 'published' })).statusCode).toBe(400);
    expect((await publisher.fromElsewhere(DOCUMENTS, document())).statusCode).toBe(403);
    expect((await publisher.post(sheet, {})).json()).toMatchObject({ code: 'NO_FILE' });
    expect((await publisher.upload(sheet, {}, file)).json()).toMatchObject({ code: 'NO_FILE' });
    const more = await publisher.upload(sheet, { ...county, role: 'publisher' }, file);
    expect(more.statusCode).toBeGreaterThanOrEqual(400);
    expect(more.statusCode).toBeLessThan(500);
    const large = await publisher.upload(sheet, county, Buffer.alloc(SHEET_BYTES + 1));
    expect(large.statusCode).toBe(413);
    const bomb = xlsxOf([['标题']], { entries: [{ name: 'b', content: Buffer.alloc(50 * 1024 * 1024), claims: 1 }] });
    for (const hostile of [bomb, Buffer.from('not a sheet'), Buffer.alloc(0)]) {
      const response = await publisher.upload(sheet, county, hostile);
      expect(response.json()).toMatchObject({ status: 422, issues: [{ code: 'SHEET', where: '整个文件' }] });
    }
    expect(await figures(2025)).toEqual(before);
  });
});
