/**
 * 看不见的内容 [FIL-14] (《条例》第十七条): what lies in a document and is not on its face: hidden sheets, rows and columns, tracked changes, comments,
 * hidden text, speaker's notes, the place where a picture was taken. It would leave with the file; whoever hands it out must take it out
 * first. Reads the parts of a document by name; old formats that cannot be looked into are told as such.
 */
import { art } from '../statute/articles.ts';
import type { Issue } from '../statute/issue.ts';
import { hiddenCells } from './hidden-cells.ts';
import { hiddenWords, type UnseenWords } from './hidden-words.ts';

/** What a file says where nobody looks, by the place in words: 文档属性, 工作表名称. */
export interface WordsBehind {
  readonly place: string;
  readonly words: string;
}

const WORD_TEXT = /^word\/(?:document|styles|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

interface Hiding {
  /** Parts it may lie in. */
  readonly part: RegExp;
  /** What gives it away. */
  readonly mark: RegExp;
  readonly says: string;
  readonly advice: string;
}

const HIDINGS: readonly Hiding[] = [
  {
    part: /(?:^|\/)Annot[^/]*\.xml$/i,
    mark: /<(?:\w+:)?Annot\b(?![^>]*\bType\s*=\s*["'](?:Link|Stamp|Watermark)["'])/,
    says: 'OFD 里有批注。',
    advice: '请删除批注，或者重新生成 OFD 后上传。',
  },
  {
    part: /(?:^|\/)(?:Content|Template|Tpl)[^/]*\.xml$/i,
    mark: /\sVisible\s*=\s*["'](?:false|0)["']/,
    says: 'OFD 里有不显示的内容。',
    advice: '请在原稿里删除这些内容，重新生成 OFD。',
  },
  {
    part: /(?:^|\/)Attachments\.xml$/i,
    mark: /<(?:\w+:)?Attachment\b/,
    says: 'OFD 里附带了别的文件。',
    advice: '请取出附带的文件，核对后单独上传。',
  },
  {
    part: /^xl\/workbook\.xml$/,
    mark: /<(?:\w+:)?sheet\b[^>]*\bstate\s*=\s*["'](?:hidden|veryHidden)["']/i,
    says: '表格里有隐藏的工作表。',
    advice: '请取消隐藏，核对内容；不提供的，删除后另存再上传。',
  },
  {
    part: /^(?:xl\/(?:comments|threadedComments)|word\/comments|ppt\/comments).*\.xml$/,
    mark: /<(?:\w+:)?(?:comment|threadedComment|cm)\b/,
    says: '文件里有批注。',
    advice: '请删除全部批注后再上传。',
  },
  {
    part: WORD_TEXT,
    mark: /<\w+:(?:ins|del|moveFrom|moveTo)\b/,
    says: '文档里有没有接受的修订。',
    advice: '请接受或者拒绝全部修订，关闭修订后再上传。',
  },
  {
    part: /^ppt\/notesSlides\/[^/]+\.xml$/,
    // The number of the page is a field; what the speaker wrote is not.
    mark: /<a:r\b[^>]*>(?:(?!<\/a:r>)[\s\S])*<a:t>[^<\s]/,
    says: '演示文稿里有备注。',
    advice: '请删除备注页的内容，或者另存为 PDF 后上传。',
  },
  {
    part: /^ppt\/slides\/[^/]+\.xml$/,
    mark: /<p:sld\b[^>]*\bshow\s*=\s*["'](?:0|false)["']/i,
    says: '演示文稿里有隐藏的幻灯片。',
    advice: '请取消隐藏，核对内容；不提供的，删除后再上传。',
  },
  {
    part: /^ppt\/slides\/[^/]+\.xml$/,
    mark: /<p:cNvPr\b[^>]*\bhidden\s*=\s*["'](?:1|true)["']/i,
    says: '幻灯片里有隐藏的图形或者文本框。',
    advice: '请在“选择窗格”里显示它们，核对内容；不提供的，删除后再上传。',
  },
];

const ALL_SEEN: ReadonlySet<UnseenWords> = new Set();

/**
 * @param parts texts of the document by the name of the part; each fault is told once
 * @param unseen why words of it are not seen, where it is a Word document; @param pictures in it, read as latin1
 */
export function hiddenContent(
  parts: ReadonlyMap<string, string>,
  unseen: ReadonlySet<UnseenWords> = ALL_SEEN,
  pictures: readonly string[] = [],
): Issue[] {
  const found = HIDINGS.filter(({ part, mark }) =>
    [...parts].some(([name, text]) => part.test(name) && mark.test(text)),
  );
  return [
    ...found.map(({ says, advice }) => issueOf(says, advice)),
    ...[...hiddenCells(parts), ...hiddenWords(unseen)].map(({ says, advice }) => issueOf(says, advice)),
    ...(pictures.some(tellsPlace) ? [issueOf('文件里的图片带有拍摄地点。', '请换上不带拍摄信息的图片再上传。')] : []),
  ];
}

/** GPS entries in the EXIF block, in either order of bytes; resolution and the like are left in peace. */
function tellsPlace(picture: string): boolean {
  const at = picture.search(/Exif\0\0|eXIf|^(?:II\*\0|MM\0\*)/);
  return at >= 0 && GPS.some((mark) => picture.slice(at, at + EXIF_BYTES).includes(mark));
}

const EXIF_BYTES = 0x10000;
const GPS = ['\x25\x88\x04\0\x01\0\0\0', '\x88\x25\0\x04\0\0\0\x01'];

/** 拍摄信息: a picture that may tell where, when and with what it was taken, by the marks of its kind. @param bytes read as latin1 */
export function hiddenInPicture(kind: 'jpg' | 'png' | 'tif', bytes: string): Issue[] {
  return PICTURE_MARKS[kind].some((mark) => bytes.includes(mark))
    ? [issueOf('图片里带有拍摄信息（可能有时间、地点和设备）。', '请另存为不带拍摄信息的图片，或者转成 PDF 后上传。')]
    : [];
}

/** The EXIF block of JPEG and PNG; in TIFF an entry of the directory that points at EXIF (0x8769) or GPS (0x8825). */
const PICTURE_MARKS = {
  jpg: ['Exif\0\0'],
  png: ['eXIf'],
  tif: ['\x69\x87\x04\0\x01\0\0\0', '\x25\x88\x04\0\x01\0\0\0', '\x87\x69\0\x04\0\0\0\x01', '\x88\x25\0\x04\0\0\0\x01'],
} as const;

/** What lies behind the pages of a PDF. */
export function hiddenInPdf(back: {
  readonly comments: boolean;
  readonly files: boolean;
  readonly hiddenLayers: boolean;
  readonly unseen: { readonly words: string; readonly lookedAt: number };
}): Issue[] {
  return [
    ...(back.comments ? [issueOf('PDF 里有批注。', '请删除批注，或者重新打印成 PDF 后上传。')] : []),
    ...(back.files ? [issueOf('PDF 里附带了别的文件。', '请取出附带的文件，核对后单独上传。')] : []),
    ...(back.hiddenLayers ? [issueOf('PDF 里有不显示的图层。', '请删除隐藏的图层，或者重新打印成 PDF 后上传。')] : []),
    ...(back.unseen.words === ''
      ? []
      : [
          issueOf(
            'PDF 里有看不见的文字（被盖住、与底色相同、在页面以外或者不显示），复制、检索就能得到。',
            '请在原稿里删除这些文字，重新生成 PDF；涂黑的，请打印后扫描，或者转成图片再生成 PDF。',
          ),
        ]),
    ...(Number.isFinite(back.unseen.lookedAt) ? [onlySoFar(back.unseen.lookedAt)] : []),
  ];
}

function onlySoFar(pages: number): Issue {
  const says = `PDF 页数多、图形复杂，只查了前 ${pages} 页有没有看不见的文字。`;
  return { ...issueOf(says, '请核对后面各页有没有涂黑、盖住的文字；确认没有的，判定保留。'), severity: 'warning' };
}

/** 未能查看: why a file was not looked into. */
export const NOT_LOOKED_INTO = {
  oldFormat: issueOf(
    '这份文件未能查看：是旧格式（doc、xls、ppt、wps、et、dps），里面有没有个人信息和隐藏内容都没有查。',
    '请用办公软件另存为 docx、xlsx、pptx 或者 PDF 后上传。',
  ),
  closed: issueOf(
    '这份文件未能查看：加了密、已经损坏或者内容与名称不符，里面有没有个人信息和隐藏内容都没有查。',
    '请取消密码，用办公软件打开，另存为 docx、xlsx、pptx 或者 PDF 后上传。',
  ),
} as const;
export const TOO_MUCH_TO_LOOK_INTO: Issue = issueOf(
  '文件内容太多，没有查完里面有没有隐藏内容。',
  '请拆成几个文件，或者另存为 PDF 后上传。',
);

/** 版式文件 OFD: what covers what is not worked out. */
export const COVERED_NOT_LOOKED_AT: Issue = {
  ...issueOf(
    'OFD 里被盖住的、与底色相同的文字未能查看。',
    '请核对有没有涂黑、盖住的文字；确认没有的，判定保留，或者另存为 PDF 后上传。',
  ),
  severity: 'warning',
};

function issueOf(says: string, advice: string): Issue {
  return { code: 'FIL-14', severity: 'error', where: '/file', says, basis: art(17), advice };
}
