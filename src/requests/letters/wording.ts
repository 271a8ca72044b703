/**
 * 文书用语: a wording is plain text with fields in double braces, `{{收到日期}}`. Nothing in it is carried out: no condition, no loop, no
 * address. A field that the kind does not know is refused, one it must have and lacks is told.
 */
import { type Refusal, refuse } from '../../statute/refusal.ts';

/** Marks what only the applicant and those who handle his file may read; filled when the letter is drawn up. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

export const IDENTITY_FIELDS = ['申请人', '通信地址', '联系电话'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

const FIELD = /\{\{([^{}\n]{1,30})\}\}/g;

export function fieldsIn(wording: string): string[] {
  return [...new Set([...wording.matchAll(FIELD)].map((match) => match[1]!.trim()))];
}

/**
 * What was typed by people is cut free of braces and marks first, so that no text can ask for a field.
 *
 * @param sentences fields that people wrote: at the end of a line of the wording they are closed as a sentence
 */
export function merged(
  wording: string,
  values: Readonly<Record<string, string>>,
  sentences: readonly string[] = [],
): string {
  return wording
    .replace(FIELD, (whole, name: string, at: number) => {
      const field = name.trim();
      if ((IDENTITY_FIELDS as readonly string[]).includes(field)) return `${OPEN}${field}${CLOSE}`;
      const value = plain(values[field] ?? '');
      if (!sentences.includes(field)) return value;
      const after = wording[at + whole.length] ?? '\n';
      return after === '\n' ? closed(value) : after === '。' ? unstopped(value) : value;
    })
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** 以句号结束: what was written without a mark at its end. */
export function closed(words: string): string {
  const said = words.trimEnd().replace(/[，、,]+$/, '');
  return said === '' || /[。！？；：…．.!?;:][”’」』）)]*$/.test(said) ? said : `${said}。`;
}

/** Without the mark at its end, where the wording sets one. */
export function unstopped(words: string): string {
  return words.trim().replace(/[。；;.]+$/, '');
}

export function plain(words: string): string {
  return words.replace(/[\ue000-\uf8ff]/g, '');
}

/** @param who what stands for each field; `ERASED` once identity was erased by law */
export function filled(words: string, who: Readonly<Record<IdentityField, string>>): string {
  return words.replace(new RegExp(`${OPEN}(${IDENTITY_FIELDS.join('|')})${CLOSE}`, 'g'), (_, field: IdentityField) =>
    plain(who[field]),
  );
}

export const ERASED = '（身份信息已经依法删除）';

/** [LET-6] Whether an agency may adopt a wording: known fields only, and all that the law asks of the kind. */
export function checkWording(
  wording: string,
  { known, must }: { readonly known: readonly string[]; readonly must: readonly string[] },
): Refusal | undefined {
  const used = fieldsIn(wording);
  const all = [...known, ...IDENTITY_FIELDS];
  const unknown = used.filter((field) => !all.includes(field));
  if (unknown.length > 0)
    return refuse(
      'LET-6',
      '《条例》第三十六条',
      `没有这样的栏目：${unknown.join('、')}。可以使用的是：${all.join('、')}。`,
    );
  const missing = must.filter((field) => !used.includes(field));
  if (missing.length > 0)
    return refuse(
      'LET-6',
      '《条例》第三十六条',
      `这种文书依法必须写明的还缺：${missing.map((field) => `{{${field}}}`).join('、')}。请加上后再采用。`,
    );
  return undefined;
}
