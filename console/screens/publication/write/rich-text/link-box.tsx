/** 链接: the address for the words that are chosen. */
import type { Editor } from '@tiptap/react';
import { useState } from 'react';

export function LinkBox({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const [address, setAddress] = useState<string>(editor.getAttributes('link').href ?? '');
  const whole = /^(?:https?:\/\/|mailto:|tel:)\S+$/.test(address.trim());
  const set = () => {
    if (!whole) return;
    editor.chain().focus().extendMarkRange('link').setLink({ href: address.trim() }).run();
    onDone();
  };
  return (
    <span className="link-box">
      <input
        aria-label="链接的网址"
        className="box"
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          set();
        }}
      />
      <button type="button" disabled={!whole} onClick={set}>
        加上链接
      </button>
      <button
        type="button"
        onClick={() => {
          editor.chain().focus().extendMarkRange('link').unsetLink().run();
          onDone();
        }}
      >
        去掉链接
      </button>
      {!whole && <span className="soft">完整的网址、邮箱（mailto:）或者电话（tel:）</span>}
    </span>
  );
}
