/** 申请列表 as a sheet [STA-1]: what stands on the screen and nothing else; names are masked. */
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { LIGHT_TERMS } from '../../statute/reply-clock/light.ts';
import type { RequestLineView } from '../contract.ts';

const COLUMNS: Readonly<Record<string, (line: RequestLineView) => string | number | null>> = {
  登记号: ({ number }) => number,
  机关: ({ agency }) => agency,
  申请人: ({ maskedName }) => maskedName,
  所需信息: ({ wanted }) => wanted,
  渠道: ({ channel }) => channel,
  到达: ({ arrivedOn }) => arrivedOn,
  收到: ({ receivedOn }) => receivedOn,
  红黄灯: ({ light }) => LIGHT_TERMS[light],
  期限: ({ dueOn }) => dueOn,
  剩余工作日: ({ workdaysLeft, closedOn }) => (closedOn === null ? workdaysLeft : null),
  超期: ({ late }) => (late ? '是' : '否'),
  状态: ({ state }) => state,
  下一步: ({ step }) => step?.term ?? null,
  处理结果: ({ outcome }) => outcome,
  办结: ({ closedOn }) => closedOn,
  记录的问题: ({ problem }) => problem,
};

/** @param total how many the filter finds; more than `lines` are said to be missing */
export function listSheet(
  lines: readonly RequestLineView[],
  total: number,
  taken: { readonly by: string; readonly on: CivilDate },
): FilledSheet {
  const missing = total - lines.length;
  return {
    title: `申请列表 ${taken.on}`,
    heads: Object.keys(COLUMNS),
    lines: lines.map((line) => Object.values(COLUMNS).map((cell) => cell(line))),
    notes: [
      ...(missing > 0
        ? [
            `符合条件的共 ${total} 件，本表只列前 ${lines.length} 件，其余 ${missing} 件没有列入。请缩小条件后分几次导出。`,
          ]
        : []),
      `${taken.by}于 ${taken.on} 导出，导出已经留痕。申请人姓名已遮掩。`,
    ],
  };
}
