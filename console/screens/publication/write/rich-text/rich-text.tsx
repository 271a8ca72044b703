/** 正文编辑: what the body of a government document may hold and nothing else; untouched, it stays letter for letter as it was. */
import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import { EXTENSIONS } from './extensions.ts';
import { forEditor, fromEditor } from './html.ts';
import { pasted } from './pasted.ts';
import { Toolbar } from './toolbar.tsx';
import './rich-text.css';

export interface RichTextProps {
  /** What it starts with; later ones are its own. */
  readonly value: string;
  readonly labelledBy: string;
  /** For whom pictures are put in. */
  readonly agencyId: string;
  readonly onChange: (html: string) => void;
}

export function RichText({ value, labelledBy, agencyId, onChange }: RichTextProps) {
  const [original] = useState(value);
  const [opened, setOpened] = useState('');
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: forEditor(original),
    editorProps: {
      transformPastedHTML: pasted,
      attributes: {
        class: 'official-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
      },
    },
    onCreate: ({ editor: made }) => setOpened(fromEditor(made.getHTML())),
    onUpdate: ({ editor: now }) => {
      const html = fromEditor(now.getHTML());
      // What the editor writes differently and means the same is no change: the edition and its approvals stay.
      onChange(html === opened ? original : html);
    },
  });
  return (
    <div className="rich-text">
      <Toolbar editor={editor} agencyId={agencyId} />
      <EditorContent editor={editor} />
    </div>
  );
}
