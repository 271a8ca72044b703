/** 网民找错、来信、投诉 of these weeks: three mistakes, each in another state; two letters that wait, one of them near its day; a complaint. */
import type { CitizenLetterId } from '../../src/interaction/citizen-letters/citizen-letter.ts';
import { letterStairs } from '../../src/interaction/store/letter-stairs.ts';
import { type Actor, PUBLIC } from '../../src/people/actor.ts';
import type { KeyRing } from '../../src/platform/key-file.ts';
import { addDays, type CivilDate } from '../../src/statute/civil-date.ts';
import { complaintStairs } from '../../src/supervision/store/accountability.ts';
import { mistakeStairs } from '../../src/supervision/store/mistake-stairs.ts';
import { COUNTY, OFFICE } from '../county.ts';
import { type Act, momentOf, type Stage } from '../replay.ts';

/** Nobody left a way to be reached, and nobody can look by a code: these people do not exist. */
const NOBODY = { name: '', phone: '', email: '' };

export function voiceActs(
  portal: string,
  today: CivilDate,
  ago: (workdays: number) => CivilDate,
  { head, handler }: { readonly head: Actor; readonly handler: Actor },
  keys: Pick<KeyRing, 'seal'>,
): Act[] {
  const [mistakes, letters] = [mistakeStairs(keys), letterStairs(keys)];
  const at = (path: string) => new URL(path, portal).href;
  const act = (day: CivilDate, hour: number, run: (stage: Stage) => Promise<unknown>): Act => ({
    at: momentOf(day, hour * 60),
    run: async (stage) => void (await run(stage)),
  });
  const reported = async (stage: Stage, n: number, page: string, wrong: string, says: string): Promise<string> => {
    const sealed = { contact: '', code: 'DEMO', codeDigest: '', formHash: `demo mistake ${n}` };
    const form = { verb: 'report', agencyId: OFFICE, page, wrong, says, ...sealed } as const;
    return (await stage.perform(mistakes, PUBLIC, form)).report.id;
  };
  const written = async (stage: Stage, n: number, title: string, body: string): Promise<CitizenLetterId> => {
    const sealed = { writer: NOBODY, code: 'DEMO', codeDigest: '', formHash: `demo letter ${n}` };
    const form = { agencyId: OFFICE, kind: 'consultation', title, body, mayPublish: true } as const;
    return (await stage.perform(letters, PUBLIC, { verb: 'write', ...form, ...sealed })).letter.id;
  };
  const near = { id: '' };
  return [
    act(addDays(today, -20), 10, async (stage) => {
      const mistakeId = await reported(stage, 1, at('/guide'), '', '指南里县医院的电话打不通，是不是换了？');
      const says = '谢谢。县医院的总机今年换了号码，指南已经改正。';
      await stage.perform(mistakes, handler, { verb: 'answer', mistakeId, verdict: 'mended', says });
    }),
    act(ago(6), 15, async (stage) => {
      const [page, wrong] = [at('/guide'), '以经办理'];
      const mistakeId = await reported(stage, 2, page, wrong, '错别字，应当是“已经办理”。');
      await stage.perform(mistakes, handler, { verb: 'openTicket', mistakeId, wrong });
    }),
    act(ago(1), 9, (stage) =>
      reported(stage, 3, at('/catalogue'), '', '目录里“农村客运时刻表”点开是去年的，请换成今年的。'),
    ),
    act(ago(8), 9, async (stage) => {
      near.id = await written(
        stage,
        1,
        '老旧小区加装电梯怎样申请',
        '我们小区是 2001 年建的六层楼，想加装电梯，要几户同意、向哪里申请、补助多少？',
      );
    }),
    act(ago(7), 10, (stage) => stage.perform(letters, handler, { verb: 'accept', letterId: near.id, simple: false })),
    act(ago(1), 14, (stage) =>
      written(stage, 2, '城乡居民医保现在还能缴吗', '上个月在外地，错过了集中缴费，现在补缴要到哪里办？'),
    ),
    act(ago(4), 11, (stage) => {
      const about = { agencyId: COUNTY, aboutId: 'transport', ground: 'badReply' } as const;
      const says = '申请农村客运补贴的分配表，答复只说“已经公开”，没有给出网址。';
      return stage.perform(complaintStairs, head, { verb: 'receive', ...about, receivedOn: ago(4), says });
    }),
  ];
}
