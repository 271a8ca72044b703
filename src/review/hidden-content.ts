/**
 * 看不见的内容 [FIL-14] (《条例》第十七条): what lies in a document and is not on its face: hidden sheets, rows and columns, tracked changes, comments,
 * hidden text, speaker's notes, the place where a picture was taken. It would leave with the file; whoever hands it out must take it out
 * first. Reads the parts of a document by name; old formats that cannot be looked into are told as such.
 */
import { art } from '../statute/articles.ts';
import type { Issue } from '../statute/issue.ts';

interface Hiding {
  /** Parts it may lie in. */
  readonly part: RegExp;
  /** What gives it away; left out where the part itself does. */
  readonly mark?: RegExp;
  readonly says: string;
  readonly advice: string;
}

const HIDINGS: readonly Hiding[] = [
  {
    part: /^xl\/workbook\.xml$/,
    mark: /<(?:\w+:)?sheet\b[^>]*\bstate\s*=\s*["'](?:hidden|veryHidden)["']/i,
    says: '表格里有隐藏的工作表。',
    advice: '请取消隐藏，核对内容；不提供的，删除后另存再上传。',
  },
  {
    part: /^xl\/worksheets\/[^/]+\.xml$/,
    mark: /<(?:\w+:)?(?:row|col)\b[^>]*\bhidden\s*=\s*["'](?:1|true)["']/i,
    says: '工作表里有隐藏的行或者列。',
    advice: '请取消隐藏，核对内容；不提供的，删除后再上传。',
  },
  {
    part: /^(?:xl\/(?:comments|threadedComments)|word\/comments|ppt\/comments)[^.]*\.xml$/,
    says: '文件里有批注。',
    advice: '请删除全部批注后再上传。',
  },
  {
    part: /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/,
    mark: /<w:(?:ins|del|moveFrom|moveTo)\b/,
    says: '文档里有没有接受的修订。',
    advice: '请接受或者拒绝全部修订，关闭修订后再上传。',
  },
  {
    part: /^word\/(?:document|header\d*|footer\d*)\.xml$/,
    mark: /<w:vanish(?:\s*\/>|\s+w:val\s*=\s*["'](?:1|true|on)["'])/,
    says: '文档里有隐藏的文字。',
    advice: '请显示隐藏文字，核对后删除或者取消隐藏。',
  },
  {
    part: /^ppt\/notesSlides\/[^/]+\.xml$/,
    says: '演示文稿里有备注。',
    advice: '请删除备注页的内容，或者另存为 PDF 后上传。',
  },
  {
    part: /^ppt\/slides\/[^/]+\.xml$/,
    mark: /<p:sld\b[^>]*\bshow\s*=\s*["'](?:0|false)["']/i,
    says: '演示文稿里有隐藏的幻灯片。',
    advice: '请取消隐藏，核对内容；不提供的，删除后再上传。',
  },
];

/** @param parts texts of the document by the name of the part; each fault is told once */
export function hiddenContent(parts: ReadonlyMap<string, string>): Issue[] {
  const found = HIDINGS.filter(({ part, mark }) =>
    [...parts].some(([name, text]) => part.test(name) && (mark === undefined || mark.test(text))),
  );
  return found.map(({ says, advice }) => issueOf(says, advice));
}

/** 拍摄地点: a picture that tells where it was taken, by the bytes of its EXIF block. */
export function hiddenInPicture(head: string): Issue[] {
  return /Exif\0\0/.test(head)
    ? [issueOf('图片里带有拍摄信息（可能有时间、地点和设备）。', '请另存为不带拍摄信息的图片，或者转成 PDF 后上传。')]
    : [];
}

export const NOT_LOOKED_INTO: Issue = issueOf(
  '这种旧格式查不出有没有隐藏内容。',
  '请用办公软件另存为 docx、xlsx、pptx 或者 PDF 后上传。',
);

function issueOf(says: string, advice: string): Issue {
  return { code: 'FIL-14', severity: 'error', where: '/file', says, basis: art(17), advice };
}
