/** The buttons of the editor: what each does, when it is on, when it can be pressed. */
import type { Editor } from '@tiptap/react';
import type { Side } from './aligned-paragraph.ts';

export interface Tool {
  readonly term: string;
  readonly run: (editor: Editor) => unknown;
  readonly active?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
}

/** The title of the document is the first level: headings of the text begin with the second. */
export const PARAGRAPHS = [
  { level: 0, term: '正文' },
  { level: 2, term: '一级标题' },
  { level: 3, term: '二级标题' },
  { level: 4, term: '三级标题' },
] as const;

const align = (term: string, side: Side): Tool => ({
  term,
  run: (editor) => {
    const now = editor.isActive('paragraph', { align: side }) ? null : side;
    return editor.chain().focus().updateAttributes('paragraph', { align: now }).run();
  },
  active: (editor) => editor.isActive('paragraph', { align: side }),
});

export const MARKS: readonly Tool[] = [
  {
    term: '加粗',
    run: (editor) => editor.chain().focus().toggleBold().run(),
    active: (editor) => editor.isActive('bold'),
  },
  {
    term: '项目',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    active: (editor) => editor.isActive('bulletList'),
  },
  {
    term: '编号',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    active: (editor) => editor.isActive('orderedList'),
  },
  align('居中', 'center'),
  align('居右', 'right'),
];

export const STEPS: readonly Tool[] = [
  {
    term: '插入表格',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { term: '撤销', run: (editor) => editor.chain().focus().undo().run(), can: (editor) => editor.can().undo() },
  { term: '重做', run: (editor) => editor.chain().focus().redo().run(), can: (editor) => editor.can().redo() },
];

export const TABLE_STEPS: readonly Tool[] = [
  { term: '下面加一行', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { term: '右边加一列', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { term: '删这一行', run: (editor) => editor.chain().focus().deleteRow().run() },
  { term: '删这一列', run: (editor) => editor.chain().focus().deleteColumn().run() },
  {
    term: '合并单元格',
    run: (editor) => editor.chain().focus().mergeCells().run(),
    can: (editor) => editor.can().mergeCells(),
  },
  {
    term: '拆分单元格',
    run: (editor) => editor.chain().focus().splitCell().run(),
    can: (editor) => editor.can().splitCell(),
  },
  { term: '首行作表头', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { term: '删除表格', run: (editor) => editor.chain().focus().deleteTable().run() },
];
