/** 格式: what a government document needs; of a table only while the cursor stands in one. */
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { LinkBox } from './link-box.tsx';
import { PictureBox } from './picture-box.tsx';
import { MARKS, PARAGRAPHS, STEPS, TABLE_STEPS, type Tool } from './tools.ts';

export interface ToolbarProps {
  readonly editor: Editor;
  readonly agencyId: string;
  /** What is said of the last step, where it stays in sight. */
  readonly children?: ReactNode;
}

export function Toolbar({ editor, agencyId, children }: ToolbarProps) {
  const [linking, setLinking] = useState(false);
  const [picturing, setPicturing] = useState(false);
  const now = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      style: PARAGRAPHS.find(({ level }) => level !== 0 && it.isActive('heading', { level }))?.level ?? 0,
      inTable: it.isActive('table'),
      picture: it.isActive('picture') ? ((it.getAttributes('picture').alt ?? '') as string) : null,
      on: [...MARKS].filter(({ active }) => active?.(it)).map(({ term }) => term),
      can: [...STEPS, ...TABLE_STEPS].filter(({ can }) => can === undefined || can(it)).map(({ term }) => term),
    }),
  });
  const button = (tool: Tool) => (
    <button
      key={tool.term}
      type="button"
      aria-pressed={tool.active ? now.on.includes(tool.term) : undefined}
      disabled={tool.can !== undefined && !now.can.includes(tool.term)}
      onClick={() => tool.run(editor)}
    >
      {tool.term}
    </button>
  );
  return (
    <div className="rich-tools screen-only" role="toolbar" aria-label="正文格式">
      <select
        aria-label="段落"
        value={now.style}
        onChange={(event) => {
          const level = Number(event.target.value) as 0 | 2 | 3 | 4;
          const chain = editor.chain().focus();
          (level === 0 ? chain.setParagraph() : chain.setHeading({ level })).run();
        }}
      >
        {PARAGRAPHS.map(({ level, term }) => (
          <option key={level} value={level}>
            {term}
          </option>
        ))}
      </select>
      {MARKS.map(button)}
      <button type="button" aria-expanded={linking} onClick={() => setLinking(!linking)}>
        链接
      </button>
      <button type="button" aria-expanded={picturing} onClick={() => setPicturing(!picturing)}>
        图片
      </button>
      {STEPS.map(button)}
      {now.inTable && <span className="rich-table-tools">{TABLE_STEPS.map(button)}</span>}
      {(picturing || now.picture !== null) && (
        <PictureBox editor={editor} agencyId={agencyId} chosen={now.picture} onDone={() => setPicturing(false)} />
      )}
      {linking && <LinkBox editor={editor} onDone={() => setLinking(false)} />}
      {children}
    </div>
  );
}
