/** A JSON file as people hand it in: read, decoded and parsed, or the sentence that says why not and what to do. */
import type { Io } from './command.ts';

export type JsonFile = { readonly value: unknown } | { readonly says: string };

/** More than any county's year; above it a wrong file was named. */
const MOST_MEGABYTES = 20;

export async function readJsonFile(path: string, io: Io, megabytes = MOST_MEGABYTES): Promise<JsonFile> {
  let bytes: Buffer;
  try {
    bytes = await io.read(path);
  } catch {
    return { says: `读不了文件“${path}”。请检查路径和读取权限。` };
  }
  if (bytes.length > megabytes * 1024 * 1024)
    return { says: `“${path}”超过 ${megabytes} MB。请拆成几个文件，分别处理。` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { says: `“${path}”不是 UTF-8 编码的文本。请另存为 UTF-8 编码后再试。` };
  }
  try {
    const value: unknown = JSON.parse(text);
    const name = writtenTwice(text);
    return name === undefined
      ? { value }
      : { says: `“${path}”里同一处写了两次“${name}”，不知道以哪个为准。请删去一个。` };
  } catch {
    return { says: `“${path}”不是 JSON。请核对括号、引号和逗号。` };
  }
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/**
 * A name that stands twice in one object. JSON.parse silently keeps the last, and of two different dates nobody could tell which
 * was reckoned with. @param text valid JSON
 */
function writtenTwice(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, quoted, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (quoted && colon) {
      const name: string = JSON.parse(quoted);
      if (open.at(-1)?.has(name)) return name;
      open.at(-1)?.add(name);
    }
  }
  return undefined;
}
