/** Hands a file of the desk to the browser's downloads. */
export function keepFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser takes it up in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
