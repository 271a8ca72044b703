import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Picture, pictureSizes } from './picture-sizes.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 90, b: 150 } } });
const read = async (file: Buffer): Promise<Picture> => {
  const made = await pictureSizes(file);
  if (typeof made === 'string') throw new Error(made);
  return made;
};

/** A PNG that says it is so large, and packs to nothing. */
function bomb(width: number, height: number): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(name), content])));
    return Buffer.concat([length, Buffer.from(name), content, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const dots = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', dots),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('PUB-64 a picture drawn anew', () => {
  it('loses the place, the time and the device, and stands as the camera held it', async () => {
    const exif = {
      IFD0: { Make: 'PHONE-OF-WANG' },
      IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' },
    };
    const taken = await plain(40, 20).jpeg().withMetadata({ orientation: 6, exif }).toBuffer();
    expect(taken.includes('PHONE-OF-WANG')).toBe(true);
    const { kind, sizes } = await read(taken);
    expect(kind).toBe('jpg');
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([[20, 40]]);
    for (const mark of ['PHONE-OF-WANG', 'Exif', 'GPS']) expect(sizes[0]!.content.includes(mark)).toBe(false);
  });
  it('comes in several widths, none wider than it was', async () => {
    const widths = async (width: number) =>
      (await read(await plain(width, 100).png().toBuffer())).sizes.map((size) => size.width);
    expect(await widths(2_400)).toEqual([480, 960, 1_600]);
    expect(await widths(700)).toEqual([480, 700]);
    expect(await widths(300)).toEqual([300]);
  });
  it('takes GIF and WebP as PNG or JPG', async () => {
    expect((await read(await plain(10, 10).gif().toBuffer())).kind).toBe('png');
    expect((await read(await plain(10, 10).webp().toBuffer())).kind).toBe('jpg');
  });
});

describe('PUB-64 what is not taken', () => {
  const whole = plain(200, 200).jpeg().toBuffer();
  it.each([
    ['an SVG', 'drawn', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['an SVG behind a declaration', 'drawn', '\ufeff<?xml version="1.0"?><!DOCTYPE svg><svg/>'],
    ['a page', 'notPicture', 'GIF is not what I am'],
    ['nothing', 'notPicture', ''],
    ['a GIF with nothing in it', 'damaged', 'GIF89a<script>alert(1)</script>'],
  ])('%s', async (_, fault, content) => expect(await pictureSizes(Buffer.from(content))).toBe(fault));
  it('a picture that breaks off', async () =>
    expect(await pictureSizes((await whole).subarray(0, 400))).toBe('damaged'));
  it('a small file that unfolds into 900 million dots', async () => {
    const file = bomb(30_000, 30_000);
    expect(file.length).toBeLessThan(5_000);
    expect(await pictureSizes(file)).toBe('tooLarge');
  });
});

describe('PUB-108 a picture that was cut', () => {
  const NONE = { left: 0, top: 0, right: 0, bottom: 0, quarters: 0, across: false, down: false };
  /** Red on the left, blue on the right; the upper half lighter. */
  const quarters = async () => {
    const dot = (background: string, left: number, top: number) => ({
      input: { create: { width: 100, height: 50, channels: 3 as const, background } },
      ...{ left, top },
    });
    const parts = [dot('#f88', 0, 0), dot('#88f', 100, 0), dot('#f00', 0, 50), dot('#00f', 100, 50)];
    return plain(200, 100).composite(parts).png().toBuffer();
  };
  const seen = async (cut: object) => {
    const made = await pictureSizes(await quarters(), { ...NONE, ...cut });
    if (typeof made === 'string') return made;
    const { width, height, content } = made.sizes.at(-1)!;
    const { data } = await sharp(content).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 3) colours.add(data.subarray(at, at + 3).toString('hex'));
    return { width, height, first: data.subarray(0, 3).toString('hex'), colours: colours.size };
  };
  it.each([
    ['what was cut off on the left is not there any more', { left: 50_000 }, 100, 100, '8888ff', 2],
    ['what was cut off at the top', { top: 50_000 }, 200, 50, 'ff0000', 2],
    ['cut on three sides', { left: 50_000, top: 50_000, right: 25_000 }, 50, 50, '0000ff', 1],
    ['mirrored', { across: true }, 200, 100, '8888ff', 4],
    ['turned clockwise', { quarters: 1 }, 100, 200, 'ff0000', 4],
    ['mirrored, then turned', { across: true, quarters: 1 }, 100, 200, '0000ff', 4],
  ])('%s', async (_, cut, width, height, first, colours) =>
    expect(await seen(cut)).toEqual({ width, height, first, colours }),
  );
  it('nothing of which is left is none', async () =>
    expect(await seen({ left: 60_000, right: 60_000 })).toBe('notPicture'));
});
