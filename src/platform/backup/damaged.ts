/** 备份已损坏: where. `part` is undefined while only the reader of the archive knows which part it was reading. */
export class Damaged extends Error {
  readonly part: string | undefined;
  /** It may as well be that the passphrase is another. */
  readonly orPassphrase: boolean;

  constructor(part: string | undefined, orPassphrase = false) {
    super(`the backup is damaged: ${part ?? ''}`);
    this.part = part;
    this.orPassphrase = orPassphrase;
  }
}
