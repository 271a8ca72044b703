import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { line, para, run, wordFile } from '../../../test/support/word-file.ts';
import { limitedWorker } from '../../main/uploads/limited-worker.ts';
import { packageRoot } from '../../platform/package-root.ts';

const { db } = await testDatabase();
const BUILT = join(packageRoot(), 'dist', 'server', 'word-worker.js');
const office = await deskOffice(db, { readWord: limitedWorker(BUILT) });
const WORD = wordFile(line('一、工作目标') + para(run('看得见。') + run('内部', '<w:vanish/>')));
const URL = '/api/publication-word';
const upload = async (file: Buffer, agencyId = 'county') =>
  (await office.as(['editor'])).upload(URL, { agencyId }, file, 'a.docx');

describe('上传 Word 稿件', () => {
  it('PUB-44 answers with the body and what the editor has to look at', async () => {
    const { bodyHtml, titled, report } = (await upload(WORD)).json();
    expect(titled).toBeNull();
    expect(bodyHtml).toBe('<h2>一、工作目标</h2><p>看得见。</p>');
    expect(report.map(({ says }: { says: string }) => says)).toEqual([
      '稿件里有 1 处隐藏文字，没有带进来。',
      '1 行以“一、”“（一）”开头的短句作为标题。',
    ]);
  });

  it('PUB-103 tells the title it begins with, and the text without it', async () => {
    const file = wordFile(line('关于植树的通知', '<w:jc w:val="center"/>') + line('各乡镇：'));
    expect((await upload(file)).json()).toMatchObject({
      bodyHtml: '<p data-align="center">关于植树的通知</p><p>各乡镇：</p>',
      titled: { title: '关于植树的通知', bodyHtml: '<p>各乡镇：</p>' },
    });
  });

  it('PUB-45 refuses in words what is no Word file, holds nothing or is too large, and keeps nothing', async () => {
    expect((await upload(Buffer.from('%PDF-1.7'))).json()).toMatchObject({ code: 'PUB-45' });
    expect((await upload(wordFile(''))).json()).toMatchObject({ code: 'PUB-45' });
    expect((await upload(Buffer.alloc(6 * 1024 * 1024))).statusCode).toBe(413);
    const drafts = await (await office.as(['editor'])).get('/api/publications');
    expect(drafts.json()).toMatchObject({ total: 0 });
  });

  it('PUB-46 ends what goes on too long, nests too deep or takes too much memory', async () => {
    expect(await limitedWorker(BUILT, { seconds: 0.001, megabytes: 64 })(WORD)).toBe('tooMuch');
    const deep = '<w:sdt>'.repeat(20_000);
    expect(await limitedWorker(BUILT, { seconds: 3, megabytes: 256 })(wordFile(deep))).toBe('tooMuch');
    const wide = wordFile(line('文').repeat(150_000));
    expect(await limitedWorker(BUILT, { seconds: 20, megabytes: 32 })(wide)).toBe('tooMuch');
  });
});

describe('who may not', () => {
  it('whoever is not signed in, or comes from another site', async () => {
    expect((await office.stranger.upload(URL, { agencyId: 'county' }, WORD)).statusCode).toBe(401);
    expect((await (await office.as(['editor'])).fromElsewhere(URL, {})).statusCode).toBe(403);
  });
  it('an editor for an agency that is not his, or of another county', async () => {
    expect((await upload(WORD, 'other')).statusCode).toBe(403);
    const finance = await office.as(['editor'], 'finance');
    expect((await finance.upload(URL, { agencyId: 'county' }, WORD)).statusCode).toBe(403);
  });
  it('who writes no documents', async () => {
    for (const role of ['handler', 'publisher', 'securityAdmin'] as const)
      expect((await (await office.as([role])).upload(URL, { agencyId: 'county' }, WORD)).statusCode).toBe(403);
  });
});
