/** 报送内容: the body of a call and its kind. With a file among it, it goes in parts, as the desk takes uploads; else as JSON. */

export interface Body {
  readonly body: string | FormData;
  /** Of a form in parts only the browser knows the kind: it draws the boundary. */
  readonly headers: Readonly<Record<string, string>>;
}

export function bodyOf(sends: unknown): Body {
  const fields = Object.entries((sends ?? {}) as Record<string, unknown>);
  if (!fields.some(([, value]) => value instanceof Blob))
    return { body: JSON.stringify(sends ?? {}), headers: { 'content-type': 'application/json' } };
  const parts = new FormData();
  // The desk reads what a file is for before it reads the file.
  for (const [name, value] of fields) if (!(value instanceof Blob)) parts.append(name, String(value));
  for (const [name, value] of fields) if (value instanceof Blob) parts.append(name, value);
  return { body: parts, headers: {} };
}
