/** What goes along with an address opened to search there: the list then puts the cursor into its search box. */
export const TO_SEARCH = { search: true };

export function isToSearch(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'search' in state;
}
