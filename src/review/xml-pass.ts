/** XML in one pass, for those who ask what a document hides. */
import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  open(tag: string, attributes: Attributes): void;
  text?(words: string): void;
  close(tag: string): void;
}

/** One pass; the prefixes of names do not count. */
export function parse(xml: string, { open, text, close }: Handlers): void {
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        open(plain(name), Object.fromEntries(Object.entries(attributes).map(([key, value]) => [plain(key), value]))),
      ontext: (words) => text?.(words),
      onclosetag: (name) => close(plain(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}
