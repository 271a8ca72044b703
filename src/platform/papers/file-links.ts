/** 文件里的链接: addresses of the web that stand in an office file or a PDF, as a reader could click them. */
import { ARCHIVE_BYTES, ARCHIVE_ENTRIES } from '../files/limits.ts';
import { openPdf } from './open-pdf.ts';
import { unzip } from './unzip.ts';

/** @returns undefined where the file cannot be read */
export async function fileLinks(kind: string, file: Buffer): Promise<readonly string[] | undefined> {
  const found = kind === 'pdf' ? await pdfLinks(file) : OFFICE.has(kind) ? officeLinks(file) : [];
  return found && [...new Set(found.filter((address) => /^https?:\/\//i.test(address)))];
}

const OFFICE: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pptx']);

const RELATION = /<Relationship\b[^>]*>/g;
/** A field of a text, and the formula of a cell. */
const FIELD = /HYPERLINK(?:\s+|\s*\(\s*)(?:&quot;|")((?:(?!&quot;)[^"\s<])+)/g;

function officeLinks(file: Buffer): string[] | undefined {
  const entries = unzip(file, { bytes: ARCHIVE_BYTES, entries: ARCHIVE_ENTRIES });
  if (!entries) return undefined;
  return [...entries].flatMap(([name, bytes]) => {
    if (name.endsWith('.rels'))
      return [...bytes.toString('utf8').matchAll(RELATION)]
        .filter(([tag]) => /\/hyperlink"/.test(tag))
        .map(([tag]) => unescaped(/\bTarget="([^"]*)"/.exec(tag)?.[1] ?? ''));
    if (name.endsWith('.xml'))
      return [...bytes.toString('utf8').matchAll(FIELD)].map(([, address]) => unescaped(address!));
    return [];
  });
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

async function pdfLinks(file: Buffer): Promise<string[] | undefined> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    const found: string[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      for (const { subtype, url } of await page.getAnnotations())
        if (subtype === 'Link' && url) found.push(url as string);
      page.cleanup();
    }
    return found;
  } catch {
    return undefined;
  } finally {
    await task.destroy();
  }
}
