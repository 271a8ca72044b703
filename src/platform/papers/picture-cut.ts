/** 裁剪和旋转 [PUB-108]: what of a picture is shown, and how it is turned. What was cut off is still in the file, and is not for anybody to see. */
export interface PictureCut {
  /** Cut off on each side, in hundred thousandths. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Quarters of a turn, clockwise; and whether it is mirrored. */
  readonly quarters: number;
  readonly across: boolean;
  readonly down: boolean;
}

/** @returns undefined where nothing of it is left */
export function rectangleOf({ left, top, right, bottom }: PictureCut, width: number, height: number) {
  const [x, y] = [Math.round((left / 1e5) * width), Math.round((top / 1e5) * height)];
  const [wide, high] = [
    width - x - Math.round((right / 1e5) * width),
    height - y - Math.round((bottom / 1e5) * height),
  ];
  return wide > 0 && high > 0 ? { left: x, top: y, width: wide, height: high } : undefined;
}
