import { describe, expect, it } from 'vitest';
import { LAYOUTS, specimen } from '../../../test/support/report-layouts/layouts.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { SOUND, saying } from '../check/sound-report.fixture.ts';
import { reportCsv } from '../render/report-csv.ts';
import { reportJson } from '../render/report-json.ts';
import { readReport } from './read-report.ts';
import { decode } from './source/decode.ts';

const bytes = (text: string) => Buffer.from(text);

describe('ANR-20 refuses what is no report in text, and says what to do', () => {
  it.each([
    ['an empty file', bytes(' \n\t '), 'REPORT_EMPTY'],
    ['a PDF', bytes('%PDF-1.7\n政府信息公开'), 'REPORT_PDF'],
    ['a DOCX', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'REPORT_OFFICE'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'REPORT_OFFICE'],
    ['RTF, which begins as JSON does', bytes('{\\rtf1\\ansi 政府信息公开工作年度报告}'), 'REPORT_OFFICE'],
    ['Word as one XML file', bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'REPORT_OFFICE'],
    ['an archive of another kind', bytes('Rar!\u001a'), 'REPORT_ARCHIVE'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'REPORT_PICTURE'],
    ['JSON cut off', bytes('{"unit":"青禾县人民政府","year":2024,'), 'REPORT_JSON'],
    ['JSON of something else', bytes('{"name":"青禾县","year":2024}'), 'REPORT_JSON'],
    ['JSON nested without end', bytes(`{"unit":${'['.repeat(200_000)}`), 'REPORT_JSON'],
    [
      'JSON that speaks of other fields',
      bytes(reportJson(SOUND).replace('"glued"', '"x"').replace('{', '{"a":1,')),
      'REPORT_JSON',
    ],
    ['a CSV line with words for a figure', bytes(reportCsv(SOUND).replace('总计,33', '总计,许多')), 'REPORT_CSV'],
    [
      'a CSV line of no place in the form',
      bytes(reportCsv(SOUND).replace('/table4/review/4', '/table4/review/5')),
      'REPORT_CSV',
    ],
    ['two reports in one JSON', bytes(`[${reportJson(SOUND)},${reportJson(SOUND)}]`), 'REPORT_JSON'],
    [
      'a CSV that tells a cell twice',
      bytes(reportCsv(SOUND).replace(/(?<=\n)(.*\/table4\/review\/4,.*)\r\n/, '$1\r\n$1\r\n')),
      'REPORT_CSV',
    ],
    ['a CSV without its format', bytes(reportCsv(SOUND).replace('格式,,2021', '格式,,1999')), 'REPORT_JSON'],
    [
      'bytes of no encoding',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 197 + 131) % 256)),
      'REPORT_ENCODING',
    ],
    [
      'another text',
      bytes('关于召开政府信息公开培训会的通知\n各科室：定于周五召开会议，请准时参加。'),
      'REPORT_NOT_A_REPORT',
    ],
    ['a text in which no word of a report stands', bytes('今天天气很好。\n明天也是。'), 'REPORT_NOT_A_REPORT'],
    ['a book in one line', bytes('政府信息公开'.repeat(200_000)), 'REPORT_TOO_LONG'],
    ['a book in many lines', bytes('政府信息公开工作年度报告\n'.repeat(20_000)), 'REPORT_TOO_LONG'],
    ['a page nested without end', bytes(`<html>政府信息公开${'<div>'.repeat(400_000)}`), 'REPORT_NOT_A_REPORT'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, '公'), 'REPORT_TOO_LARGE'],
  ])('%s', (_, given, code) => {
    const refusal = readReport(given);
    expect(isRefusal(refusal) && refusal).toMatchObject({ code, says: expect.stringMatching(/请/) });
  });

  it('ANR-34 a CSV that is wrong is refused by the number of its line', () => {
    const csv = reportCsv(SOUND);
    const at = csv.split('\r\n').findIndex((line) => line.includes('/table4/review/4,')) + 1;
    const says = `第 ${at} 行的“许多”不是数字`;
    expect(readReport(bytes(csv.replace(/(\/table4\/review\/4,.*),\d+/, '$1,许多')))).toMatchObject({
      says: expect.stringContaining(says),
    });
  });

  it('ANR-34 no cell of a CSV is a formula, and what is written for it is read back', () => {
    const heading = '（三）政府信息管理情况';
    const narrative = SOUND.narrative.map((part) => (part.heading === heading ? { ...part, text: '' } : part));
    for (const text of ['=HYPERLINK("http://x")', '@SUM(1)', '+1', '-1', "'a", '\t=1']) {
      const report = saying(text, heading, { ...SOUND, narrative });
      const csv = reportCsv(report);
      if (text !== '-1') expect(csv).toContain(`'${text[0]}`);
      expect(readReport(bytes(csv))).toEqual(report);
    }
  });

  it('two reports in one file, whatever their layout', () => {
    for (const seed of [1, 7, 9, 10, 12, 15]) {
      const [one, other] = [specimen(seed), specimen(seed + LAYOUTS.length)].map(({ bytes: each }) => decode(each));
      expect(readReport(bytes(`${one}\n${other}`))).toMatchObject({ code: 'REPORT_SEVERAL' });
    }
  });

  it('as soon as it is known: nobody else waits for a hostile file', () => {
    const hostile = [
      '政府信息公开'.repeat(800_000),
      `<p>政府信息公开</p>${'<div>'.repeat(900_000)}`,
      '公开|1|2|'.repeat(400_000),
      `政府信息公开,"${'公'.repeat(4_000_000)}`,
      `政府信息公开${'<table><tr><td>'.repeat(300_000)}`,
    ];
    for (const text of hostile) expect(isRefusal(readReport(bytes(text)))).toBe(true);
  });
});
