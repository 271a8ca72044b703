/** The year an address asks for: one the desk answers for, else this one. */
export function yearFrom(asked: string | null, today: string): number {
  return asked !== null && /^20(0[89]|[1-9]\d)$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
}
