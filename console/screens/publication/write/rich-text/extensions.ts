/** What the editor knows: the elements the desk lets through (`src/publications/body.ts`), no more and no fewer. */
import { Node } from '@tiptap/core';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { AlignedParagraph } from './aligned-paragraph.ts';

/** Head cells say whether they head a row or a column. */
const HeadCell = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } };
  },
});

/** A picture that stands on an address of the web; its words for who cannot see it stay with it. */
const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: null },
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src^="https:"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

export const EXTENSIONS = [
  StarterKit.configure({
    paragraph: false,
    code: false,
    codeBlock: false,
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: false,
      protocols: ['http', 'https', 'mailto', 'tel'],
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  AlignedParagraph,
  Subscript,
  Superscript,
  Table.configure({ resizable: false }),
  TableRow,
  HeadCell,
  TableCell,
  Picture,
];
