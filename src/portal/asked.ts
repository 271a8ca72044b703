/** One answer of a form or an address: text, trimmed, and empty when it is missing or was given twice. */
export function asked(form: unknown, name: string): string {
  const value = (form as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

export const MOST_PAGES = 99_999;

/** A page number of an address; 1 for anything that is none. */
export function askedPage(query: unknown): number {
  const text = asked(query, 'page');
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

/** A count typed in ordinary or full-width digits, thousands separators allowed; undefined for anything else. */
export function askedCount(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
