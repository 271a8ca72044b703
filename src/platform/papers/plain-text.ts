/** 文本文件 → text: UTF-8 with or without its mark, or the GB 18030 in which Chinese desktops save a CSV. */
export function decodeText(file: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      // A NUL is no letter of any text: some other file was given this name.
      return text.includes('\0') ? undefined : text;
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}
