/** 正文编辑: what the body of a government document may hold and nothing else; untouched, it stays letter for letter as it was. */
import { EditorContent, useEditor } from '@tiptap/react';
import { Button } from 'antd';
import { useState } from 'react';
import { EXTENSIONS } from './extensions.ts';
import { forEditor, fromEditor } from './html.ts';
import { pasted } from './pasted.ts';
import { placesIn } from './take-pasted.ts';
import { Toolbar } from './toolbar.tsx';
import { usePaste } from './use-paste.ts';
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
  const paste = usePaste(agencyId);
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: forEditor(original),
    editorProps: {
      // Called with the page alone: pictures are seen to before, by `handlePaste`.
      transformPastedHTML: (html) => pasted(html),
      handlePaste: (view, { clipboardData }) => {
        if (!clipboardData) return false;
        const [html, rtf] = [clipboardData.getData('text/html'), clipboardData.getData('text/rtf')];
        const clipboard = { html, rtf, files: [...clipboardData.files] };
        if (placesIn(clipboard).length === 0) return false;
        void paste.take(clipboard, (page) => !view.isDestroyed && view.pasteHTML(page));
        return true;
      },
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
      <Toolbar editor={editor} agencyId={agencyId}>
        <p className="paste-note" role="status">
          {paste.says}
          {paste.says !== '' && !paste.pending && (
            <Button size="small" onClick={paste.forget}>
              知道了
            </Button>
          )}
        </p>
      </Toolbar>
      <EditorContent editor={editor} />
    </div>
  );
}
