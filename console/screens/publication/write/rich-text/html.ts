/** The body on its way into the editor and out of it. */

/** The editor's tables have no captions: one stands as a line above its table, so that no word is lost. */
export function forEditor(html: string): string {
  return html.replace(
    /(<table[^>]*>\s*)<caption[^>]*>([\s\S]*?)<\/caption>/g,
    (_, table: string, caption: string) => `<p data-align="center">${caption}</p>${table}`,
  );
}

/** Without the empty line it keeps at the end for the cursor, and without the widths it draws its tables with. */
export function fromEditor(html: string): string {
  return html
    .replace(/<colgroup>.*?<\/colgroup>/g, '')
    .replace(/<table[^>]*>/g, '<table>')
    .replace(/(?:<p><\/p>)+$/, '');
}
