import { describe, expect, it } from 'vitest';
import { SOUND } from '../check/sound-report.fixture.ts';
import { SECTIONS } from '../form.ts';
import { reportPaper } from './report-paper.ts';

const outline = (report = SOUND) =>
  reportPaper(report, '报告').blocks.map((block) =>
    block.kind === 'table' ? block.caption : 'text' in block ? block.text : block.kind,
  );

describe('the report as a paper', () => {
  it('ANR-1 puts each table below the heading the form gives it, after what is said there', () => {
    const lines = outline({
      ...SOUND,
      narrative: SOUND.narrative.map((section) =>
        section.heading === SECTIONS[1] ? { ...section, text: '本年情况如下。\n\n另见附表。' } : section,
      ),
    });
    const at = lines.indexOf(SECTIONS[1]);
    expect(lines.slice(at, at + 4)).toEqual([SECTIONS[1], '本年情况如下。', '另见附表。', '主动公开政府信息情况']);
    expect(lines.slice(at + 4, at + 8)).toEqual([
      SECTIONS[2],
      '收到和处理政府信息公开申请情况',
      SECTIONS[3],
      '政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  it('ANR-5 a later version says first what it corrected, the first version nothing', () => {
    expect(reportPaper(SOUND, '报告', '漏计一件。').blocks[0]).toEqual({ kind: 'note', text: '更正说明：漏计一件。' });
    expect(outline().filter((line) => line.includes('更正说明'))).toEqual([]);
  });

  it('ANR-1 a narrative without these headings gets them, with the tables, before part five', () => {
    const without = {
      ...SOUND,
      narrative: SOUND.narrative.filter(({ heading }) => !SECTIONS.slice(1, 4).includes(heading as never)),
    };
    expect(outline(without).filter((line) => (SECTIONS as readonly string[]).includes(line))).toEqual([...SECTIONS]);
  });

  it('ANR-1 the trial format has no 表二 of this form, and no empty section for it', () => {
    const lines = outline({ ...SOUND, format: '2019-trial', year: 2020, table2: null, narrative: [] });
    expect(lines).toEqual([
      SECTIONS[2],
      '收到和处理政府信息公开申请情况',
      SECTIONS[3],
      '政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  it('tells parts from what stands within them, and prints no heading before the first', () => {
    const { blocks } = reportPaper(SOUND, '报告');
    expect(blocks[0]).toMatchObject({ kind: 'paragraph' });
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));
    expect(levels).toContain('1 一、总体情况');
    expect(levels).toContain('2 （五）监督保障情况');
  });
});
