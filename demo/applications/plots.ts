/** How a story goes on after receipt: the steps of a plot, each on a working day within the law. */
import type { CivilDate } from '../../src/statute/civil-date.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { addWorkdays } from '../../src/statute/workdays.ts';
import { handler, reviewed, type Step } from './play.ts';
import type { Plot, Story } from './stories.ts';

const later = (from: CivilDate, workdays: number): CivilDate => addWorkdays(from, workdays, builtInCalendar);

/** Facts are numbered from 1 in the order they are recorded; receipt is the first. */
const FIRST_PAPER = 2;

export function stepsOf(story: Story, received: CivilDate): Step[] {
  const { steps, ready } = BEFORE_REPLY[story.plot](received);
  return story.plot === 'uncorrected' ? steps : [...steps, ...reply(story, ready, FIRST_PAPER + steps.length)];
}

interface Opening {
  readonly steps: Step[];
  /** The day the draft is written. */
  readonly ready: CivilDate;
}

const BEFORE_REPLY: Readonly<Record<Plot, (received: CivilDate) => Opening>> = {
  plain: (received) => ({ steps: [], ready: later(received, 8) }),

  corrected(received) {
    const asked = later(received, 4);
    const got = later(asked, 6);
    return {
      steps: [
        handler({ verb: 'askCorrection', on: asked, what: '请写明路段名称或者合同年度', workdays: 10 }),
        handler({ verb: 'recordReceived', on: later(asked, 2), paper: FIRST_PAPER }),
        handler({ verb: 'receiveCorrection', on: got, what: '城北路段，2023年', why: '' }),
      ],
      ready: later(got, 9),
    };
  },

  uncorrected(received) {
    const asked = later(received, 3);
    const got = later(asked, 2);
    return {
      steps: [
        handler({ verb: 'askCorrection', on: asked, what: '请写明文件名称、文号或者所涉地块、年度', workdays: 10 }),
        handler({ verb: 'recordReceived', on: got, paper: FIRST_PAPER }),
        handler({
          verb: 'abandonUncorrected',
          on: later(got, 12),
          why: '补正期满后两次电话联系，申请人表示不再补正，没有说明理由',
        }),
      ],
      ready: received,
    };
  },

  thirdParty(received) {
    const asked = later(received, 3);
    const answered = later(asked, 9);
    return {
      steps: [
        handler({ verb: 'consultThirdParty', on: asked, name: '合同相对方', about: '采矿权出让合同全文' }),
        handler({ verb: 'recordReceived', on: later(asked, 2), paper: FIRST_PAPER }),
        handler({
          verb: 'recordThirdPartyAnswer',
          on: answered,
          consultation: FIRST_PAPER,
          opinion: 'agrees',
          why: '',
        }),
      ],
      ready: later(answered, 4),
    };
  },

  agency(received) {
    const asked = later(received, 4);
    const answered = later(asked, 6);
    return {
      steps: [
        handler({ verb: 'consultAgency', on: asked, name: '示例县自然资源局', about: '用地预审意见可否公开' }),
        handler({ verb: 'recordAgencyAnswer', on: answered, consultation: FIRST_PAPER, opinion: 'agrees', why: '' }),
      ],
      ready: later(answered, 5),
    };
  },

  extended(received) {
    const told = later(received, 16);
    return {
      steps: [
        {
          by: 'head',
          command: {
            verb: 'extend',
            on: told,
            consentedOn: told,
            workdays: 10,
            why: '材料分散在多个部门，需要逐一调取',
          },
        },
      ],
      ready: later(received, 24),
    };
  },
};

function reply({ outcome, grounds }: Story, ready: CivilDate, drafted: number): Step[] {
  const signed = later(ready, 2);
  const posted = later(signed, 1);
  return [
    handler({ verb: 'draftReply', on: ready, outcome, grounds, text: Object.values(grounds).join('。') }),
    ...reviewed(later(ready, 1)),
    { by: 'signatory', command: { verb: 'sign', on: signed } },
    handler({
      verb: 'serve',
      on: posted,
      method: 'post',
      carrier: 'ems',
      tracking: `XA${posted.replaceAll('-', '')}1`,
      evidence: '',
    }),
    handler({ verb: 'recordReceived', on: later(posted, 2), paper: drafted + 4, receiver: 'self' }),
    handler({ verb: 'archive', on: later(posted, 5) }),
  ];
}
