/** Whether a key belongs to somebody who writes, or to the browser, and not to the shortcuts. */
export function isWriting({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"]') !== null;
}
