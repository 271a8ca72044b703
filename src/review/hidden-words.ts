/** 看不见的字 [FIL-14, FIL-21]: words of a Word document that are there and not read, by why they are not. */
import type { Hidden } from './hidden-cells.ts';

/** 隐藏、涂黑、与底色相同、极小、在隐藏的行里. */
export type UnseenWords = 'vanish' | 'blacked' | 'white' | 'tiny' | 'row';

const FOUND: Readonly<Record<UnseenWords, Hidden>> = {
  vanish: { says: '文档里有隐藏的文字。', advice: '请显示隐藏文字，核对后删除或者取消隐藏。' },
  blacked: {
    says: '文档里有涂黑的文字，取消突出显示或者底纹就能看到。',
    advice: '请删除被涂黑的文字，换成“■”或者“×”再上传；只改颜色遮不住。',
  },
  white: { says: '文档里有与底色相同的文字，选中就能看到。', advice: '请选中全文改成黑色，核对后删除不公开的文字。' },
  tiny: { says: '文档里有小得看不见的文字。', advice: '请选中全文放大字号，核对后删除不公开的文字。' },
  row: { says: '文档的表格里有隐藏的行。', advice: '请取消隐藏，核对内容；不提供的，删除后再上传。' },
};

export function hiddenWords(unseen: ReadonlySet<UnseenWords>): Hidden[] {
  return (Object.keys(FOUND) as UnseenWords[]).filter((why) => unseen.has(why)).map((why) => FOUND[why]);
}
