/** Drawn once for each form: what is sent twice is made once. */
export function newSubmission(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
