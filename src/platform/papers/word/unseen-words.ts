/** 看不见的字 [FIL-14, FIL-21]: why words of a Word document are there and not read. Styles count where words are written in them; the mark of a paragraph is no word. */
import { Parser } from 'htmlparser2';
import { plainName, runStyles, type Unseen } from './run-look.ts';
import { runReader } from './run-reader.ts';

const TEXT_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** @param parts texts of the document by the name of the part */
export function unseenWords(parts: ReadonlyMap<string, string>): ReadonlySet<Unseen> {
  const styles = runStyles(parts.get('word/styles.xml') ?? '');
  const found = new Set<Unseen>();
  for (const [part, xml] of parts) {
    if (!TEXT_PART.test(part)) continue;
    const reader = runReader(styles);
    let reading = false;
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          reader.open(name, attributes);
          reading = plainName(name) === 't';
        },
        ontext(words) {
          const why = reading && words.trim() !== '' ? reader.unseen() : undefined;
          if (why) found.add(why);
        },
        onclosetag() {
          reader.close();
          reading = false;
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(xml);
  }
  return found;
}
