/** DOCX files written by hand, as different programs would: the XML of the body, and whatever other parts a test needs. */
import { zipOf } from './zip.ts';

const NAMES = 'xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps" xmlns:wp="wp" xmlns:a="a" xmlns:v="v"';

export function wordFile(body: string, parts: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const all = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipOf(Object.entries(all).map(([name, content]) => ({ name, content })));
}

export const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
export const para = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const line = (text: string, properties = '') => para(run(text), properties);
