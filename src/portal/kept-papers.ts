/** 制好的文件: what costs work to make is made once, however many ask at the same time; the oldest use gives way. */
export type KeptPapers = (name: string, make: () => Promise<Buffer>) => Promise<Buffer>;

/** @param most how many are kept */
export function keptPapers(most: number): KeptPapers {
  const made = new Map<string, Promise<Buffer>>();
  return async (name, make) => {
    const ready = made.get(name) ?? make();
    made.delete(name);
    made.set(name, ready);
    if (made.size > most) made.delete(made.keys().next().value!);
    try {
      return await ready;
    } catch (error) {
      made.delete(name);
      throw error;
    }
  };
}
