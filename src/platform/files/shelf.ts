/**
 * 附件存放处 [OPS-17]: where sealed files lie under their ids: a folder, or a bucket that several machines share. Nothing of a file is there until all
 * of it is, so a row may name it once it was put, and a process that was killed before leaves nothing that counts.
 */
export interface Shelf {
  /** For the operator: the path, or the address of the bucket. */
  readonly where: string;
  /** Takes over a whole sealed file of this disk. What lay there under the id is replaced at once or not at all; putting it twice is putting it once. */
  put(id: string, part: string): Promise<void>;
  /** @param first only so many bytes from the front @returns undefined when it is not there; what is opened must be read or let go */
  open(id: string, first?: number): Promise<OpenFile | undefined>;
  /** There may be none. When it returns the file is gone. */
  remove(id: string): Promise<void>;
  /** Every file, in no order; one that is taken away meanwhile may be named or not. */
  list(): AsyncGenerator<LyingFile>;
  /** 附件的快照 [OPS-2], for a backup. */
  hold(): Promise<HeldShelf>;
  /** Where others than the machines of this installation may reach it. */
  readonly mark?: ShelfMark;
}

/** 归属的记号 [OPS-20]: a line beside the files that says whose they are. */
export interface ShelfMark {
  /** @returns undefined when nobody wrote one */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export interface OpenFile {
  readonly bytes: number;
  readonly content: AsyncIterable<Buffer>;
}

export interface LyingFile {
  readonly id: string;
  readonly bytes: number;
  /** When it was put there. */
  readonly at: Date;
}

export interface HeldShelf extends Pick<Shelf, 'open' | 'list'> {
  release(): Promise<void>;
}

/** The shelf itself does not work. What it says is for the operator and holds no secret. */
export class ShelfFault extends Error {
  override readonly name = 'ShelfFault';
  readonly why: ShelfFaultWhy;
  readonly says: string;
  readonly advice: string;
  constructor(why: ShelfFaultWhy, says: string, advice: string, cause?: unknown) {
    super(says, cause === undefined ? {} : { cause });
    this.why = why;
    this.says = says;
    this.advice = advice;
  }
}

/** `away`: nobody answers, or not now; `refused`: it answers no, and will until somebody changes a setting. */
export type ShelfFaultWhy = 'away' | 'refused';

export async function isThere(shelf: Pick<Shelf, 'open'>, id: string): Promise<boolean> {
  const opened = await shelf.open(id, 1);
  if (opened) for await (const _ of opened.content);
  return opened !== undefined;
}

/** Each of them once, so many at the same time; the first failure ends it when those under way are over. */
export async function forEach<T>(source: AsyncGenerator<T>, atOnce: number, work: (one: T) => Promise<void>) {
  const worker = async () => {
    try {
      for (let next = await source.next(); !next.done; next = await source.next()) await work(next.value);
    } catch (error) {
      await source.return(undefined);
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
