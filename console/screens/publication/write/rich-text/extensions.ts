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

/** A picture put in by whoever writes for the agency; its words for who cannot see it stay with it. In the editor it is read from the desk. */
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
  draggable: true,
  parseHTML: () => [{ tag: 'img[src^="/pictures/"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('figure');
      dom.className = 'picture-in-text';
      const picture = document.createElement('img');
      const words = document.createElement('figcaption');
      dom.append(picture, words);
      const show = ({ src, alt }: { readonly src?: string; readonly alt?: string | null }) => {
        picture.src = String(src).replace('/pictures/', '/api/publication-pictures/');
        picture.alt = alt ?? '';
        words.textContent = alt ? `说明文字：${alt}` : '没有说明文字：点选图片，在上面填写。';
        words.className = alt ? 'soft' : 'wrong';
      };
      show(node.attrs);
      return {
        dom,
        update(next) {
          if (next.type !== node.type) return false;
          show(next.attrs);
          return true;
        },
      };
    },
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
