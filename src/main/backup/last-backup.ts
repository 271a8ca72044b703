/** 最近一次备份: a note in the data folder, for the check-up to say how old it is. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LastBackup {
  /** ISO 8601. */
  readonly at: string;
  readonly path: string;
}

const noteIn = (dataFolder: string) => join(dataFolder, 'last-backup.json');

export function noteBackup(dataFolder: string, last: LastBackup): void {
  const draft = `${noteIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(last)}\n`, { mode: 0o600 });
  renameSync(draft, noteIn(dataFolder));
}

/** Undefined where none was ever made, or the note cannot be read. */
export function lastBackup(dataFolder: string): LastBackup | undefined {
  try {
    const note = JSON.parse(readFileSync(noteIn(dataFolder), 'utf8')) as LastBackup;
    return Number.isNaN(Date.parse(note.at)) ? undefined : note;
  } catch {
    return undefined;
  }
}
