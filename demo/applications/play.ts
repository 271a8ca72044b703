/** One application as acts: registered, then step by step as its story goes. */
import type { Actor } from '../../src/people/actor.ts';
import { PUBLIC } from '../../src/people/actor.ts';
import type { KeyRing } from '../../src/platform/key-file.ts';
import type { ApplicantKindName } from '../../src/requests/applicant-kinds.ts';
import type { FileCommand } from '../../src/requests/commands.ts';
import type { RequestId } from '../../src/requests/info-request.ts';
import { requestStairs } from '../../src/requests/store/stairs.ts';
import { isIdentityNumber } from '../../src/review/number-forms.ts';
import type { CivilDate } from '../../src/statute/civil-date.ts';
import type { ChannelName } from '../../src/statute/receipt.ts';
import { type Act, momentOf } from '../replay.ts';

export interface Cast {
  readonly handler: Actor;
  readonly head: Actor;
  readonly secrecy: Actor;
  readonly signatory: Actor;
}

/** A command that still lacks the identifier of its file. */
export type Unaddressed<Command> = Command extends FileCommand ? Omit<Command, 'requestId'> : never;

export interface Step {
  readonly by: keyof Cast;
  readonly command: Unaddressed<FileCommand>;
}

export function handler(command: Unaddressed<FileCommand>): Step {
  return { by: 'handler', command };
}

/** 合法性审核和保密审查, as every draft passes them before it is signed. */
export function reviewed(on: CivilDate): Step[] {
  return [
    { by: 'head', command: { verb: 'legalCheck', on, why: '' } },
    { by: 'secrecy', command: { verb: 'secrecyCheck', on, why: '' } },
  ];
}

export interface PlayedApplication {
  readonly agencyId: string;
  readonly on: CivilDate;
  readonly channel: ChannelName;
  readonly applicant: string;
  /** A natural person unless told. */
  readonly kind?: ApplicantKindName;
  readonly wanted: string;
}

/** @param serial makes identity, telephone and query code of the invented applicant; the code is `DEMO-0000-0001` */
export function playApplication(
  { agencyId, on, channel, applicant, kind = 'natural', wanted }: PlayedApplication,
  steps: readonly Step[],
  serial: number,
  cast: Cast,
  keys: KeyRing,
  opened: (id: RequestId) => void = () => {},
): Act[] {
  const stairs = requestStairs(keys);
  const code = `DEMO-0000-${String(serial).padStart(4, '0')}`;
  let requestId: RequestId;
  return [
    {
      at: momentOf(on, 10 * 60 + (serial % 60)),
      run: async (stage) => {
        const { request } = await stage.perform(stairs, channel === 'web' ? PUBLIC : cast.handler, {
          verb: 'register',
          agencyId,
          on,
          channel,
          applicantKind: kind,
          applicant: {
            name: applicant,
            identity:
              kind === 'natural' ? `居民身份证 ${nobodysNumber(serial)}` : `99${String(serial).padStart(16, '0')}`,
            phone: `1000000${String(1000 + serial)}`,
            email: '',
            address: `示例县示范街${serial}号`,
            representative: kind === 'natural' ? '' : '经办人',
          },
          wanted,
          formWanted: 'paperByPost',
          records: {
            trackingNumber: `XA${String(10_000_000_000 + serial)}`,
            signedBy: '收发室',
            signature: '代填后读给申请人听，申请人签名',
            announcement: '《政府信息公开指南》',
          },
          codeDigest: keys.digest(code, 'request-code'),
        });
        requestId = request.id;
        opened(requestId);
      },
    },
    ...steps.map(
      ({ by, command }, i): Act => ({
        at: momentOf(command.on, 11 * 60 + i),
        run: async (stage) => {
          await stage.perform(stairs, cast[by], { ...command, requestId } as FileCommand);
        },
      }),
    ),
  ];
}

/** 居民身份证号码 of a place that does not exist (999999), with a check digit as it must be. */
function nobodysNumber(serial: number): string {
  const born = `1950010${1 + Math.floor(serial / 1000)}`;
  const first = `999999${born}${String(serial % 1000).padStart(3, '0')}`;
  return [...'0123456789X'].map((digit) => first + digit).find(isIdentityNumber)!;
}
