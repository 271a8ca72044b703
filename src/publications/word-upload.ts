/**
 * Word 稿件 [PUB-42, PUB-44, PUB-45]: what the editor is told of an upload: what was settled by rule, what was left out and what to do,
 * or why the file is not taken.
 */
import type { Issue } from '../statute/issue.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

interface Told {
  readonly says: (count: number) => string;
  readonly advice: string;
}

const TOLD = {
  revisions: {
    says: (count) => `稿件里有 ${count} 处修订：按接受修订以后的样子显示，删去的文字没有带进来。`,
    advice: '请核对这些地方是不是定稿。',
  },
  comments: {
    says: (count) => `稿件里有 ${count} 条批注，没有带进来。`,
    advice: '批注里有要写进正文的，请自己写进去。',
  },
  hidden: {
    says: (count) => `稿件里有 ${count} 处隐藏文字，没有带进来。`,
    advice: '应当公开的，请在 Word 里取消隐藏后重新上传。',
  },
  textBoxes: {
    says: (count) => `稿件里有 ${count} 个文本框，文字放在所在段落的后面。`,
    advice: '请核对这些文字的位置。',
  },
  chunks: {
    says: (count) => `稿件里插入了 ${count} 个别的文件，文字放在插入的地方。`,
    advice: '请核对这些文字和它们的层次。',
  },
  chunksLost: {
    says: (count) => `稿件里插入的 ${count} 个别的文件读不出来，没有带进来。`,
    advice: '请在 Word 里打开稿件，另存以后重新上传，或者自己写进正文。',
  },
  diagrams: {
    says: (count) => `稿件里有 ${count} 个 SmartArt 图示，只带进了文字，列成列表。`,
    advice: '要用图的，请把图示另存为图片，放进正文。',
  },
  charts: {
    says: (count) => `稿件里有 ${count} 个图表，改成了数据表。`,
    advice: '请核对数字的单位和小数；要用图的，请把图表另存为图片，放进正文。',
  },
  pictures: {
    says: (count) => `稿件里有 ${count} 个图片、图形或者嵌入的文件，没有带进来。`,
    advice: '图片里有文字的，请在正文里写明。',
  },
  taken: {
    says: (count) => `稿件里的 ${count} 张图片带进了正文，拍摄的时间、地点和设备没有带进来。`,
    advice: '请逐张核对，写上说明文字；没有说明文字的不能发布。',
  },
  notes: { says: (count) => `${count} 个脚注、尾注列在正文末尾，编号重新排过。`, advice: '请核对注释。' },
  links: {
    says: (count) => `${count} 个链接不是网址、邮箱或者电话，只留下了文字。`,
    advice: '请改为完整的网址。',
  },
  headingsByLook: {
    says: (count) => `${count} 行以“一、”“（一）”开头的短句作为标题。`,
    advice: '不是标题的，请在句末加句号后重新上传。',
  },
  rubies: {
    says: (count) => `${count} 处注音没有带进来，只留下了字。`,
    advice: '读音要写明的，请写在字后面的括号里。',
  },
  colours: {
    says: (count) => `${count} 处文字的颜色、底色、着重号没有带进来。`,
    advice: '用颜色标出的内容，请核对是不是定稿；要突出的可以加粗。',
  },
  contents: {
    says: (count) => `稿件里有 ${count} 行目录，没有带进来：网页上没有页码。`,
    advice: '各级标题都在正文里，不用再做目录。',
  },
} as const satisfies Readonly<Record<string, Told>>;

/** @param traces how often each was met; @param margins what stands round the text on its pages */
export function wordReport(
  traces: Readonly<Record<keyof typeof TOLD, number>>,
  margins: readonly string[] = [],
): Issue[] {
  const around = margins.map((words) => `“${words}”`).join('、');
  return [
    ...(margins.length > 0 ? [told(`页眉、页脚里的文字没有带进来：${around}。`, IN_MARGINS)] : []),
    ...(Object.keys(TOLD) as (keyof typeof TOLD)[])
      .filter((name) => traces[name] > 0)
      .map((name) => told(TOLD[name].says(traces[name]), TOLD[name].advice)),
  ];
}

const IN_MARGINS = '文号、印发机关等要公开的，请写进元数据或者正文。';

function told(says: string, advice: string): Issue {
  return { code: 'PUB-44', severity: 'hint', where: '/bodyHtml', says, basis: '《条例》第十七条', advice };
}

const BASIS = '网络安全等级保护的要求（恶意代码防范）';
const FAULTS = {
  locked: '这份文件设了密码，打不开。请去掉密码，另存为 docx 后再上传。',
  oldFormat: '这是旧格式的 Word 文件（doc）。请用办公软件另存为 docx 后再上传。',
  notWord: '这份文件不是 Word 文档。请选择 docx 文件。',
  macro: '这份文件带有宏，宏会运行程序，不能上传。请另存为不带宏的 docx 后再上传。',
  damaged: '这份文件已经损坏，或者展开以后太大，读不出来。请用办公软件打开，另存为 docx 后再上传。',
  declares: '这份文件的内部带有自定义的声明，正常的 Word 文件没有。请用办公软件打开，另存为 docx 后再上传。',
  tooMuch: '这份文件内容太多，在限定的时间和内存里没有读完。请分成几份，表格很大的作为附件。',
  empty: '这份文件里没有读到文字。图片扫描件请先转成文字。',
} as const;

export function refuseWord(fault: keyof typeof FAULTS): Refusal {
  return refuse('PUB-45', BASIS, FAULTS[fault]);
}
