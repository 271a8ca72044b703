/** 附件的限度 [FIL-1]: what one file may weigh. Scans of a county's papers stay far below. */
export const FILE_BYTES = 20 * 1024 * 1024;

/** A picture in a text: a telephone's camera makes 12 MB of its finest. */
export const PICTURE_BYTES = 15 * 1024 * 1024;

/** [FIL-4] What an office document may unfold to. The headers of an archive are not believed, the bytes are counted. */
export const ARCHIVE_ENTRIES = 2_000;
export const ARCHIVE_BYTES = 200 * 1024 * 1024;
/** Text packs to a tenth, sheets of equal cells to a fiftieth; only bombs go beyond. */
export const ARCHIVE_RATIO = 200;
