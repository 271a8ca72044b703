import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { xlsxOf, zipOf } from '../../../test/support/zip.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { keyRing } from '../key-file.ts';
import { attachmentHeader, safeFileName } from './file-name.ts';
import { type KeptFile, openFileStore } from './file-store.ts';
import { FILE_BYTES } from './limits.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-files-'));
afterAll(() => rmSync(home, { recursive: true }));
const keys = keyRing([{ id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') }]);
const store = openFileStore(home, keys);

async function* pieces(bytes: Buffer, size = 100_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const keep = (content: Buffer | string, name: string) => store.keep(pieces(Buffer.from(content)), name);
const kept = async (content: Buffer | string, name: string): Promise<KeptFile> => {
  const file = await keep(content, name);
  if (isRefusal(file)) throw new Error(file.says);
  return file;
};
const refusal = async (content: Buffer | string, name: string) => {
  const file = await keep(content, name);
  return isRefusal(file) ? `${file.code} ${file.says}` : `taken as ${file.kind}`;
};
const contentOf = async (id: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of store.read(id)) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const quarantined = () => readdirSync(join(home, 'quarantine'));
const onShelf = () => readdirSync(join(home, 'kept'), { recursive: true }).filter((path) => String(path).length > 3);
const placeOf = (id: string) => join(home, 'kept', id.slice(0, 2), id);

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
const docx = (entries: { name: string; content: string }[] = []) =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<document/>' },
    ...entries,
  ]);
const oldOffice = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0\0`, 'utf16le')),
  ]);

describe('what is kept', () => {
  it('FIL-2 by its bytes', async () => {
    expect((await kept(PDF, '申请.pdf')).kind).toBe('pdf');
    expect((await kept(docx(), '申请.DOCX')).kind).toBe('docx');
    expect((await kept(xlsxOf([['甲']]), '表.xlsx')).kind).toBe('xlsx');
    expect((await kept(oldOffice('WordDocument'), '旧.doc')).kind).toBe('doc');
    expect((await kept(oldOffice('Workbook'), '旧.xls')).kind).toBe('xls');
    expect((await kept(zipOf([{ name: 'OFD.xml', content: '<OFD/>' }]), '公文.ofd')).kind).toBe('ofd');
    expect((await kept('姓名,事项\n张三,施工图', '表.csv')).kind).toBe('csv');
    expect((await kept(Buffer.from('c9eac7eb', 'hex'), '申请.txt')).kind).toBe('txt');
    expect((await kept(Buffer.from('ffd8ffe000104a46494600', 'hex'), '照片.jpeg')).kind).toBe('jpg');
  });

  it('FIL-6 sealed, whole, of any length, and told by its hash', async () => {
    for (const length of [1, 65_535, 65_536, 65_537, 300_000]) {
      const text = Buffer.from('甲'.repeat(length));
      const file = await kept(text, '长.txt');
      expect(file.bytes).toBe(text.length);
      expect((await contentOf(file.id)).equals(text)).toBe(true);
      expect(readFileSync(placeOf(file.id)).includes('甲甲')).toBe(false);
    }
    expect((await kept('abc', 'a.txt')).sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('FIL-6 does not open when it was cut off, altered, or put in the place of another', async () => {
    const [first, second] = [await kept('甲'.repeat(70_000), 'a.txt'), await kept('乙'.repeat(70_000), 'b.txt')];
    const bytes = readFileSync(placeOf(first.id));
    const pieceEnd = 4 + bytes.readUInt32BE();
    writeFileSync(placeOf(second.id), bytes);
    await expect(contentOf(second.id)).rejects.toThrow();
    truncateSync(placeOf(first.id), pieceEnd);
    await expect(contentOf(first.id)).rejects.toThrow();
    bytes[pieceEnd - 1] = bytes[pieceEnd - 1]! ^ 1;
    writeFileSync(placeOf(first.id), bytes);
    await expect(contentOf(first.id)).rejects.toThrow();
    expect(() => store.read('../identity.key')).toThrow();
  });
});

describe('what is refused', () => {
  it('FIL-1 too large, empty', async () => {
    expect(await refusal(Buffer.alloc(FILE_BYTES + 1, 'a'), '大.txt')).toContain('FIL-1 文件超过 20 MB');
    expect((await kept(Buffer.alloc(FILE_BYTES, 'a'), '正好.txt')).bytes).toBe(FILE_BYTES);
    expect(await refusal('', '空.txt')).toContain('FIL-1 文件是空的');
  });

  it('FIL-1 a connection that ends early leaves nothing', async () => {
    const before = onShelf().length;
    async function* breaksOff() {
      yield Buffer.from(PDF);
      throw new Error('aborted');
    }
    await expect(store.keep(breaksOff(), 'a.pdf')).rejects.toThrow('aborted');
    expect([quarantined(), onShelf().length]).toEqual([[], before]);
  });

  it('FIL-2 what anybody uploads is never executed: archives, programs and pages are not even kept', async () => {
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);
    expect(await refusal(exe, '程序.exe')).toContain('FIL-2 不接收“.exe”这种文件');
    expect(await refusal(zipOf([{ name: 'a.txt', content: 'a' }]), '包.zip')).toContain('FIL-2');
    expect(await refusal('<svg onload="alert(1)"/>', '图.svg')).toContain('FIL-2');
    expect(await refusal('甲', '没有扩展名')).toContain('FIL-2');
  });

  it('FIL-3 an executable renamed .pdf, and any name that does not agree with the bytes', async () => {
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);
    expect(await refusal(exe, '合同.pdf')).toMatch(/^FIL-3 “合同.pdf”的内容不是PDF/);
    expect(await refusal(PDF, '合同.docx')).toMatch(/^FIL-3 “合同.docx”的内容是PDF，与文件名不符/);
    expect(await refusal('<!DOCTYPE html><script>1</script>', '页.txt')).toContain('FIL-3');
    expect(await refusal(zipOf([{ name: 'a.exe', content: 'MZ' }]), '表.xlsx')).toContain('FIL-3');
    expect(await refusal(Buffer.from('a\0b'), '文.txt')).toContain('FIL-3');
  });

  it('FIL-4 a zip bomb, a header that lies, too many entries, a path that leads out', async () => {
    const bomb = docx([{ name: 'word/media/a.xml', content: ' '.repeat(30_000_000) }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb, '弹.docx')).toContain('FIL-4 文件展开以后太大');
    const lie = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: ' '.repeat(100_000), claims: 10 },
    ]);
    expect(await refusal(lie, '假.docx')).toContain('FIL-4');
    const many = docx(Array.from({ length: 2_100 }, (_, n) => ({ name: `word/${n}.xml`, content: '' })));
    expect(await refusal(many, '多.docx')).toContain('FIL-4');
    expect(await refusal(docx([{ name: '../../etc/passwd', content: 'x' }]), '路.docx')).toContain('FIL-4');
    expect(await refusal(docx([{ name: 'word/document.xml', content: 'x' }]), '双.docx')).toContain('FIL-4');
    expect(await refusal(docx().subarray(0, -10), '断.docx')).toContain('FIL-4 文件已经损坏');
    expect(await refusal(oldOffice('EncryptedPackage'), '密.docx')).toContain('FIL-4 文件加了密码');
  });

  it.each([
    ['macros', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), '宏.docx', '有宏'],
    ['old macros', oldOffice('WordDocument', '_VBA_PROJECT'), '宏.doc', '有宏'],
    ['a package', docx([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]), '包.docx', '嵌着别的文件'],
    [
      'a template from elsewhere',
      docx([
        {
          name: 'word/_rels/settings.xml.rels',
          content: '<Relationship Type="x/attachedTemplate" Target="http://e.example/a" TargetMode="External"/>',
        },
      ]),
      '模.docx',
      '从别处取内容',
    ],
    [
      'a script',
      PDF.replace('/Catalog', '/Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      'a.pdf',
      '脚本',
    ],
    ['a script in disguise', PDF.replace('/Catalog', '/Catalog /OpenAction << /S /J#61vaScript >>'), 'a.pdf', '脚本'],
    ['a program to start', PDF.replace('/Catalog', '/Catalog /AA << /S /Launch /F (a.exe) >>'), 'a.pdf', '脚本'],
    ['a file within', PDF.replace('/Catalog', '/Catalog /Names << /EmbeddedFiles 3 0 R >>'), 'a.pdf', '嵌着别的文件'],
    ['a lock', PDF.replace('trailer\n<<', 'trailer\n<< /Encrypt 4 0 R'), 'a.pdf', '限制了权限'],
  ])('FIL-5 %s', async (_, content, name, says) => {
    const said = await refusal(content as Buffer, name);
    expect(said).toContain('FIL-5');
    expect(said).toContain(says);
  });

  it('FIL-5 but a link that somebody must click is none', async () => {
    const link = '<Relationship Type="x/hyperlink" Target="http://e.example/" TargetMode="External"/>';
    expect(await refusal(docx([{ name: 'word/_rels/document.xml.rels', content: link }]), 'a.docx')).toBe(
      'taken as docx',
    );
  });

  it('FIL-5 a script packed into a stream, its dictionary in disguise too; what does not unfold to its end', async () => {
    const packed = (dictionary: string, content: Buffer) =>
      Buffer.concat([
        Buffer.from(`${PDF}<< /Type ${dictionary} /Filter /FlateDecode >>\nstream\n`),
        deflateSync(content),
        Buffer.from('\nendstream\n'),
      ]);
    const script = Buffer.from('<< /S /JavaScript >>');
    expect(await refusal(packed('/ObjStm', script), 'a.pdf')).toContain('脚本');
    expect(await refusal(packed('/Obj#53tm', script), 'a.pdf')).toContain('脚本');
    expect(await refusal(packed('/ObjStm', Buffer.alloc(9_000_000)), 'a.pdf')).toContain('嵌着别的文件');
    expect(await refusal(packed('/ObjStm', Buffer.from('<< /Type /Page >>')), 'a.pdf')).toBe('taken as pdf');
  });

  it('FIL-5 not the three letters that every scanned picture holds by chance', async () => {
    expect(await refusal(`${PDF}stream\n\x81/JS\x82/JSx/JS 7\nendstream`, 'a.pdf')).toBe('taken as pdf');
    expect(await refusal(`${PDF}<< /JS 7 0 R >>`, 'a.pdf')).toContain('脚本');
  });

  it('FIL-5 however often it says so: what makes others wait for hours is gone through once', async () => {
    const said = '/ObjStm '.repeat(200_000);
    expect(await refusal(`${PDF}${said}stream\n`, 'a.pdf')).toBe('taken as pdf');
    expect(await refusal(`${PDF}${'/ObjStm stream\n'.repeat(200_000)}`, 'a.pdf')).toContain('嵌着别的文件');
    const relations = '<Relationship '.repeat(200_000);
    expect(await refusal(docx([{ name: 'word/_rels/document.xml.rels', content: relations }]), 'a.docx')).toContain(
      'FIL-4',
    );
    const few = `<x y="${Array.from({ length: 90_000 }, (_, n) => (n * 7919) % 100_003).join()}"/>${'<Relationship '.repeat(20_000)}`;
    expect(await refusal(docx([{ name: 'word/_rels/document.xml.rels', content: few }]), 'a.docx')).toBe(
      'taken as docx',
    );
  });

  it('leaves nothing in quarantine, whatever came', () => {
    expect(quarantined()).toEqual([]);
  });
});

describe('the sweep', () => {
  it('FIL-6 takes away by itself what is not sealed yet, once it is old', async () => {
    const file = await kept('a', 'a.txt');
    const [left, young] = [join(home, 'quarantine', 'left'), join(home, 'quarantine', 'young')];
    for (const path of [left, young]) writeFileSync(path, 'x');
    for (const path of [left, placeOf(file.id)]) utimesSync(path, new Date(0), new Date(0));
    expect(await store.clearQuarantine(new Date(Date.now() - 60_000))).toBe(1);
    expect([quarantined(), String(await contentOf(file.id))]).toEqual([['young'], 'a']);
    rmSync(young);
    await store.remove(file.id);
  });

  it('FIL-6 takes away what no row names and what quarantine left behind, once it is old', async () => {
    const [named, orphan, young] = [await kept('a', 'a.txt'), await kept('b', 'b.txt'), await kept('c', 'c.txt')];
    writeFileSync(join(home, 'quarantine', 'left'), 'x');
    const old = new Date('2026-01-01T00:00:00Z');
    for (const path of [placeOf(named.id), placeOf(orphan.id), join(home, 'quarantine', 'left')])
      utimesSync(path, old, old);
    const asked = async (ids: readonly string[]) => new Set(ids.filter((id) => id === named.id));
    const before = new Date('2026-01-02T00:00:00Z');
    expect(await store.sweep(before, asked)).toBe(2);
    expect(await store.sweep(before, asked)).toBe(0);
    expect(String(await contentOf(named.id))).toBe('a');
    expect(String(await contentOf(young.id))).toBe('c');
    await expect(contentOf(orphan.id)).rejects.toThrow();
    await store.remove(orphan.id);
  });
});

describe('a process that is killed', () => {
  it.each(['quarantine', 'shelf'])(
    'FIL-6 in the %s leaves what no row names, and the sweep takes it away',
    async (when) => {
      const folder = mkdtempSync(join(home, 'killed-'));
      const child = join(import.meta.dirname, 'killed-keeper.fixture.ts');
      const run = spawnSync(process.execPath, ['test/support/run.mjs', child, folder, when]);
      rmSync(join('node_modules/.cache/gongkai', `${run.pid}.mjs`), { force: true });
      expect(run.signal).toBe('SIGKILL');
      const again = openFileStore(folder, keys);
      const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
      expect(left.map((one) => one.parentPath.includes('quarantine'))).toEqual([when === 'quarantine']);
      expect(await again.sweep(new Date(Date.now() + 60_000), async () => new Set())).toBe(1);
      expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())).toEqual([]);
    },
  );
});

describe('a name', () => {
  it.each([
    ['..\\..\\a/b/合同.pdf', '合同.pdf'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['\u0000\r\n.pdf', 'pdf'],
    ['', '未命名'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(96)}.pdf`],
  ])('FIL-7 %j is kept as %j', (sent, name) => {
    expect(safeFileName(sent)).toBe(name);
  });

  it('FIL-7 is sent in letters every browser reads, and cannot end its header', () => {
    expect(attachmentHeader(`合同 "a'(1)".pdf`)).toBe(
      `attachment; filename="__ _a'(1)_.pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%22a%27%281%29%22.pdf`,
    );
  });
});
