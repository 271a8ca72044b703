/** 密钥的现状 [SEC-18] as it is printed: ids, dates and counts, never a secret. */
import type { KeyFile } from '../../platform/key-file.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { countOf, type KeyUse } from './key-places.ts';

export function statusText(path: string, { keys }: KeyFile, uses: readonly KeyUse[]): string {
  const known = keys.map(({ id }) => id);
  const lost = [...new Set(uses.flatMap(({ counts }) => [...counts.keys()]))].filter((key) => !known.includes(key));
  const width = Math.max(...uses.map(({ place }) => place.length));
  const under = (id: string) => countOf(uses, (key) => key === id);
  return [
    `密钥文件  ${path}`,
    ...keys.map(({ id, cipher, madeAt }, at) => {
      const since = madeAt ? `${civilDateAt(new Date(madeAt))} 启用` : '首次启动时启用';
      return `  ${id}  ${cipher}  ${since}  ${at === keys.length - 1 ? '正在使用' : '旧密钥'}  ${under(id)} 个值`;
    }),
    ...lost.map((id) => `  ${id}  密钥文件里没有，${under(id)} 个值打不开。请从备份找回含有它的密钥文件。`),
    '',
    ...uses.map(({ place, counts }) => {
      const parts = [...counts].map(([key, count]) => `${key} ${count}`);
      return `  ${place.padEnd(width)}  ${parts.length === 0 ? '没有' : parts.join('，')}`;
    }),
    '',
    adviceFor(
      keys.length,
      lost.length,
      countOf(uses, (key) => key !== known.at(-1)),
    ),
  ].join('\n');
}

function adviceFor(keys: number, lost: number, old: number): string {
  if (lost > 0) return '有密钥丢失，不要更换密钥，也不要改动密钥文件。';
  if (keys === 1) return '更换：gongkai keys rotate';
  if (old > 0) return '更换没有做完，接着做：gongkai keys rotate';
  return '更换已经做完。另存新的密钥文件以后，去掉旧密钥：gongkai keys rotate --remove-old';
}
