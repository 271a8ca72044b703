/** 最近一次备份: a note in the data folder, for the check-up to say how old it is. */
import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LastBackup {
  /** ISO 8601. */
  readonly at: string;
  readonly path: string;
}

const noteIn = (dataFolder: string) => join(dataFolder, 'last-backup.json');

/** A backup that root took stands in the folder of the one who runs the system, and is his to read. */
export function noteBackup(dataFolder: string, last: LastBackup): void {
  const draft = `${noteIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(last)}\n`, { mode: 0o600 });
  const { uid, gid } = statSync(dataFolder);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
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

/** A note stands there, whatever can be read of it. */
export function wasNoted(dataFolder: string): boolean {
  return existsSync(noteIn(dataFolder));
}
