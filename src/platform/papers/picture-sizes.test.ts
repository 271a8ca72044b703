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
