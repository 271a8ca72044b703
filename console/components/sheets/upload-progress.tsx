/** 正在核对: how long a sheet is on its way; the desk answers once, when every row is read. */
import { useEffect, useState } from 'react';
import { sizeInWords } from '../size-in-words.ts';

export function UploadProgress({ file: { name, size } }: { readonly file: File }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <div className="upload-progress">
      <p role="status">
        正在上传“{name}”（{sizeInWords(size)}）并逐行核对，请不要关闭页面。
      </p>
      <progress aria-label="正在上传并核对" />
      <p className="soft figures">已用 {seconds} 秒</p>
    </div>
  );
}
