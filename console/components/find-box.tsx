/** 查找: words that narrow a list; what the address says stands in the box. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isToSearch } from './to-search.ts';

export interface FindBoxProps {
  /** What is found now. */
  readonly asked: string;
  /** What the words are looked for in. */
  readonly among: string;
  readonly onFind: (words: string) => void;
}

export function FindBox({ asked, among, onFind }: FindBoxProps) {
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  const box = useRef<HTMLInputElement>(null);
  // Opened with the key for search: the next thing typed is what is sought.
  useEffect(() => {
    if (isToSearch(window.history.state)) box.current?.focus();
  }, []);
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(text.trim());
  };
  return (
    <form onSubmit={find}>
      <input
        ref={box}
        type="search"
        className="box"
        aria-label={`查找：${among}`}
        placeholder={among}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="step-button">
        查找
      </button>
    </form>
  );
}
