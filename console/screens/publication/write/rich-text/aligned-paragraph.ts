/** A paragraph in the middle or on the right: the name of a document, who signs it and when. */
import { Paragraph } from '@tiptap/extension-paragraph';

export type Side = 'center' | 'right';

export const AlignedParagraph = Paragraph.extend({
  addAttributes() {
    return {
      align: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-align') ?? sideOf(element.style.textAlign),
        renderHTML: ({ align }: { align?: Side | null }) => (align ? { 'data-align': align } : {}),
      },
    };
  },
});

/** Of what was pasted. */
function sideOf(textAlign: string): Side | null {
  return textAlign === 'center' || textAlign === 'right' ? textAlign : null;
}
