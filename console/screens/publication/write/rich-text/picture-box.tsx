/** 图片: put in where the cursor stands, with the words for who cannot see it; of one that is chosen the words alone. */
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { PictureView } from '../../../../../src/desk/contract.ts';
import { call } from '../../../../api/call.ts';
import { useSend } from '../../../../api/use-send.ts';
import { FileField } from '../../../../components/file-field.tsx';
import { ProblemNote } from '../../../../components/problem-note.tsx';

export interface PictureBoxProps {
  readonly editor: Editor;
  readonly agencyId: string;
  /** Words of the picture that is chosen; null where none is. */
  readonly chosen: string | null;
  readonly onDone: () => void;
}

export function PictureBox({ editor, agencyId, chosen, onDone }: PictureBoxProps) {
  const [alt, setAlt] = useState('');
  const put = useSend(
    (file: File) => call('POST /api/publication-pictures', { query: { agencyId }, sends: { file } }),
    ({ address, width, height }: PictureView) => {
      const attrs = { src: address, alt: alt.trim(), width: String(width), height: String(height) };
      editor.chain().focus().insertContent({ type: 'picture', attrs }).run();
      onDone();
    },
  );
  const words = (
    <input
      aria-label="图片的说明文字"
      className="box"
      maxLength={500}
      placeholder="说明文字：图上是什么，看不见的人听它"
      value={chosen ?? alt}
      onChange={({ target: { value } }) =>
        chosen === null ? setAlt(value) : editor.commands.updateAttributes('picture', { alt: value })
      }
    />
  );
  if (chosen !== null)
    return (
      <span className="link-box">
        {words}
        <button type="button" onClick={() => editor.chain().focus().deleteSelection().run()}>
          删去这张图片
        </button>
      </span>
    );
  return (
    <div className="link-box">
      {words}
      <FileField
        label="选择图片"
        accept=".jpg,.jpeg,.png,.gif,.webp"
        kinds="JPG、PNG、GIF 或者 WebP 图片"
        file={null}
        disabled={agencyId === '' || put.isPending}
        wrong={null}
        onChoose={(file) => file && put.mutate(file)}
      />
      {agencyId === '' && <p className="soft">先在上面选择机关，再选图片。</p>}
      <p role="status">{put.isPending && '正在上传、处理……'}</p>
      <ProblemNote error={put.error} />
    </div>
  );
}
