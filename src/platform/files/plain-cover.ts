/** 单色封面: what stands where an article has no picture: a plain field and a line, in the proportion platforms show covers in. */
import sharp from 'sharp';

const WIDTH = 900;
const HEIGHT = 383;

export async function plainCover(): Promise<Buffer> {
  const band = { create: { width: WIDTH - 120, height: 6, channels: 3 as const, background: '#ffffff' } };
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#0b4f8a' } })
    .composite([{ input: band, left: 60, top: Math.round(HEIGHT * 0.7) }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}
