/** 对照表 as lines: `title = ArticleTitle`, one a line; what a person can type and read again. */
export function linesOf(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([ours, theirs]) => `${ours} = ${theirs}`)
    .join('\n');
}

export type NamesRead = { readonly names: Readonly<Record<string, string>> } | { readonly wrong: string };

/** @returns the names, or the first line that is none */
export function namesIn(text: string): NamesRead {
  const names: Record<string, string> = {};
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, ours, theirs] = /^([^=＝]+?)\s*[=＝]\s*(.+)$/.exec(line) ?? [];
    if (ours === undefined || theirs === undefined) return { wrong: line };
    names[ours] = theirs;
  }
  return { names };
}
