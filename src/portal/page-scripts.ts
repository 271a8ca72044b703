/** 页面的脚本: few, of the portal's own, each making something easier that works without. Their addresses carry the hash of their text. */
import { createHash } from 'node:crypto';

/** `apply`: the form of an application; `read`: 朗读 of a document; `live`: an interview under way. */
export const SCRIPT_NAMES = ['apply', 'read', 'live'] as const;
export type ScriptName = (typeof SCRIPT_NAMES)[number];

export interface PageScript {
  readonly path: string;
  readonly text: string;
}

export function scriptsOf(texts: Readonly<Record<ScriptName, string>>): Readonly<Record<ScriptName, PageScript>> {
  const script = (name: ScriptName): PageScript => ({
    path: `/${name}-${createHash('sha256').update(texts[name]).digest('hex').slice(0, 12)}.js`,
    text: texts[name],
  });
  return { apply: script('apply'), read: script('read'), live: script('live') };
}
