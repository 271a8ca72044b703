import { describe, expect, it } from 'vitest';
import {
  act,
  DRAFT,
  HEAD,
  LEGAL,
  passed,
  received,
  SECRECY,
  SIGNATORY,
  tryAct,
} from '../../test/support/request-play.ts';
import { officerOf } from '../../test/support/scene.ts';
import type { Actor } from '../people/actor.ts';
import { hiddenContent } from '../review/hidden-content.ts';
import { findingsInReleased, type ReleasedFile } from './file-findings.ts';
import type { RequestFile } from './info-request.ts';

const SHEET = new Map([['xl/workbook.xml', '<sheet name="名单" state="hidden"/>']]);
const LOOKED = { words: '申请人 110101199001011237，转账 6222021234567890128', hidden: hiddenContent(SHEET) };
const ON = '2026-03-04';

const released = (sha256 = 'a'.repeat(64), addedBy = 'officer-handler'): ReleasedFile => ({
  ...{ id: 'f1', sha256, addedBy, findings: findingsInReleased(sha256, LOOKED) },
});

describe('what is found in a file that goes out', () => {
  it('FIL-14 tells what is hidden and the numbers of people, of which no more than five digits', () => {
    const findings = findingsInReleased('a'.repeat(64), LOOKED);
    expect(findings.map(({ says }) => says)).toEqual([
      '表格里有隐藏的工作表。',
      '文件里有居民身份证号码：110*************37。',
      '文件里有银行卡号：622**************28。',
    ]);
    expect(JSON.stringify(findings)).not.toContain('199001');
    const others = findingsInReleased('b'.repeat(64), LOOKED).map(({ key }) => key);
    expect(others.filter((key) => findings.some((one) => one.key === key))).toEqual([]);
  });

  it('FIL-14 a list of a village is told as so many more', () => {
    const number = (i: number) => {
      const seventeen = `1101011990010${String(1000 + i)}`;
      const sum = [...seventeen].reduce(
        (s, d, at) => s + Number(d) * [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2][at]!,
        0,
      );
      return `${seventeen}${'10X98765432'[sum % 11]}`;
    };
    const prefix = (i: number) => `${number(i)}，`;
    const words = Array.from({ length: 900 }, (_, i) => prefix(i)).join('');
    const says = findingsInReleased('a'.repeat(64), { words, hidden: [] }).map((one) => one.says);
    expect(says.length).toBeLessThanOrEqual(21);
  });
});

describe('letting it stand', () => {
  const file = received('2026-03-02');
  const one = released();
  const keys = one.findings.map(({ key }) => key);
  const drafted = act(file, ON, 'draftReply', DRAFT, { released: [one] });
  const clear = (of: RequestFile, finding: string, more: object = {}, as = SECRECY, files = [one]) =>
    tryAct(of, ON, 'clearFinding', { file: 'f1', finding, why: '申请的就是这张表', ...more } as never, {
      as,
      released: files,
    });
  const cleared = (of: RequestFile) => keys.reduce((now, key) => clear(now, key) as RequestFile, of);

  it('FIL-16 with something open the draft passes no secrecy check, is not sent past it and is not signed', () => {
    expect(drafted.facts.at(-1)).toMatchObject({ files: [{ id: 'f1', findings: keys.map((key) => ({ key })) }] });
    const legal = act(drafted, ON, 'legalCheck', { why: '' }, { as: LEGAL });
    const wrong = { code: 'FIL-16', says: expect.stringContaining('还有 3 处没有处理：表格里有隐藏的工作表') };
    expect(tryAct(legal, ON, 'secrecyCheck', { why: '' }, { as: SECRECY })).toMatchObject(wrong);
    expect(tryAct(drafted, ON, 'skipReview', { why: '明天到期' }, { as: HEAD })).toMatchObject(wrong);
    // Were it past them in some other way, it is not signed.
    const past = { ...passed(cleared(drafted), ON) };
    const facts = past.facts.filter(({ type }) => type !== 'findingCleared');
    expect(tryAct({ ...past, facts }, ON, 'sign', {}, { as: SIGNATORY })).toMatchObject(wrong);
    expect(tryAct(passed(cleared(drafted), ON), ON, 'sign', {}, { as: SIGNATORY })).toMatchObject({
      request: { state: 'signed' },
    });
  });

  it('FIL-16 every find is decided by itself, with its reason and the content it holds for', () => {
    expect(clear(drafted, keys[0]!, { why: ' ' })).toMatchObject({ code: 'FIL-16' });
    const done = clear(drafted, keys[0]!) as RequestFile;
    expect(done.facts.at(-1)).toMatchObject({
      type: 'findingCleared',
      file: 'f1',
      sha256: one.sha256,
      says: '表格里有隐藏的工作表。',
      why: '申请的就是这张表',
    });
    expect(clear(done, keys[0]!)).toMatchObject({ code: 'STALE' });
    expect(clear(done, 'f'.repeat(64))).toMatchObject({ code: 'STALE' });
    const legal = act(done, ON, 'legalCheck', { why: '' }, { as: LEGAL });
    expect(tryAct(legal, ON, 'secrecyCheck', { why: '' }, { as: SECRECY })).toMatchObject({
      says: expect.stringContaining('还有 2 处'),
    });
  });

  it('FIL-16 another content is decided anew', () => {
    const other = released('b'.repeat(64));
    const anew = act(cleared(drafted), ON, 'draftReply', DRAFT, { released: [other] });
    const legal = act(anew, ON, 'legalCheck', { why: '' }, { as: LEGAL });
    expect(tryAct(legal, ON, 'secrecyCheck', { why: '' }, { as: SECRECY })).toMatchObject({ code: 'FIL-16' });
  });

  it('FIL-16 who uploaded it or drafted the reply decides nothing, and no handler does', () => {
    const head = { ...HEAD, id: drafted.facts.at(-1)!.by } as Actor;
    expect(clear(drafted, keys[0]!, {}, head)).toMatchObject({
      code: 'FIL-16',
      says: expect.stringContaining('你经手的'),
    });
    expect(clear(drafted, keys[0]!, {}, HEAD, [released(one.sha256, HEAD.id)])).toMatchObject({ code: 'FIL-16' });
    for (const role of ['handler', 'signatory', 'auditor'] as const)
      expect(clear(drafted, keys[0]!, {}, officerOf('county', role))).toMatchObject({ code: 'NOT_YOUR_ROLE' });
  });
});
