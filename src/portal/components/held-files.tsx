/** 已选的文件: those a form carries, each to be taken out again, and fields to choose more. One choice of several, or one after another. */
import { FILE_KINDS, KINDS_TAKEN } from '../../platform/files/file-kinds.ts';
import { FILE_BYTES } from '../../platform/files/limits.ts';
import { FILE_PURPOSES, HANDED_IN_AT_MOST } from '../../requests/request-files.ts';
import { fileSize } from '../file-size.ts';
import { HELD_FIELD, type HeldFile } from '../held-files.ts';
import { inAttribute } from '../in-attribute.ts';
import { errorOf, type FieldError } from './error-summary.tsx';
import { FileField } from './file-field.tsx';

/** Endings of what is taken, as a file field names them. */
export const ACCEPT = Object.values(FILE_KINDS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

export interface WantedFile {
  /** Name of the field. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

export function HeldFiles({
  held,
  wanted,
  errors,
}: {
  readonly held: readonly HeldFile[];
  readonly wanted: readonly WantedFile[];
  readonly errors: readonly FieldError[];
}): JSX.Element {
  const isFull = held.length >= HANDED_IN_AT_MOST;
  return (
    <div id={HELD_FIELD}>
      <p class="soft">
        {`一共不超过 ${HANDED_IN_AT_MOST} 个，每个不超过 ${FILE_BYTES / 1024 / 1024} MB。可以是 ${KINDS_TAKEN}。网速慢的，一个一个选。`}
      </p>
      {held.length > 0 ? (
        <ul class="takeaways">
          {held.map((one, n) => (
            <li>
              <FileLine {...one} />
              <button
                type="submit"
                class="slight quiet"
                name="do"
                value={`drop.${n}`}
                aria-label={inAttribute(`去掉：${one.file.name}`)}
              >
                去掉
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {isFull ? (
        <p>已经选满。要换别的，先去掉一个。</p>
      ) : (
        <>
          {wanted.map((field) => (
            <FileField {...field} error={errorOf(errors, field.id)} accept={ACCEPT} multiple />
          ))}
          <button type="submit" class="quiet" name="do" value="add">
            上传选好的文件，再选
          </button>
        </>
      )}
    </div>
  ) as string;
}

export function FileLine({ file, purpose }: Pick<HeldFile, 'purpose'> & { file: { name: string; bytes: number } }) {
  return (
    <span>
      <span safe>{file.name}</span>{' '}
      <span class="small soft" safe>{`${FILE_PURPOSES[purpose].term}，${fileSize(file.bytes)}`}</span>
    </span>
  );
}
