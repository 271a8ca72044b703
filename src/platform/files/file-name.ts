/** 文件名 as it may be kept and sent: no folder, no control character, none that turns the direction of reading (`gpj.exe`). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu;
const LONGEST = 100;

/** @returns the last part of a path, its ending kept when it is too long; `未命名` where nothing is left */
export function safeFileName(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1)!.replace(UNSAFE, '').trim().replace(/^\.+/, '');
  const letters = [...last];
  if (letters.length <= LONGEST) return last === '' ? '未命名' : last;
  const ending = [...endingOf(last)].slice(0, 10).join('');
  return `${letters.slice(0, LONGEST - ending.length - 1).join('')}.${ending}`;
}

/** In small letters, without the dot; empty when there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Content-Disposition by RFC 6266 and RFC 5987: always a download, never shown in the site's own page. */
export function attachmentHeader(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
