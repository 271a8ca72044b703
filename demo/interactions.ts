/** 互动回应 of the year: 15 consultations, 7 interviews, 30 inquiries. The 138 posts stand on their account (`media-accounts.ts`). */
import type { InteractionKindName } from '../src/interaction/interaction.ts';
import { interactionStairs } from '../src/interaction/store.ts';
import { SYSTEM } from '../src/people/actor.ts';
import { addDays, civil } from '../src/statute/civil-date.ts';
import { chanceFrom } from './chance.ts';
import { OFFICE } from './county.ts';
import { type Act, momentOf } from './replay.ts';

export const MATTERS = [
  '农村客运线路调整',
  '老旧小区改造',
  '义务教育招生片区',
  '城区停车收费',
  '冬季供暖',
  '高标准农田建设',
  '养老服务设施布点',
  '集贸市场管理',
  '饮用水水源保护',
  '公租房配租',
] as const;

type HeldKind = Exclude<InteractionKindName, 'post'>;

const TITLES: Readonly<Record<HeldKind, (matter: string, n: number) => string>> = {
  consultation: (matter) => `关于《示例县${matter}方案（征求意见稿）》公开征求意见`,
  interview: (matter, n) => `在线访谈第${n}期：${matter}怎么办`,
  inquiry: (matter, n) => `关于${matter}的咨询（2024年第${n}号）`,
};

const COUNTS: Readonly<Record<HeldKind, number>> = {
  consultation: 15,
  interview: 7,
  inquiry: 30,
};

export function interactionActs(): Act[] {
  const chance = chanceFrom(4);
  return (Object.keys(COUNTS) as HeldKind[]).flatMap((kind) =>
    Array.from({ length: COUNTS[kind] }, (_, i) => {
      const heldOn = addDays(civil('2024-01-02'), Math.floor((i * 360) / COUNTS[kind]));
      const title = TITLES[kind](chance.pick(MATTERS), i + 1);
      return {
        at: momentOf(heldOn, 16 * 60 + chance.below(90)),
        run: async (stage) => {
          await stage.perform(interactionStairs, SYSTEM, { verb: 'record', agencyId: OFFICE, kind, title, heldOn });
        },
      } satisfies Act;
    }),
  );
}
