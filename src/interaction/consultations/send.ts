/**
 * 提出意见、填写问卷 [INT-17, INT-19, INT-46]: by anybody, named or not, while it is open. A form is one opinion; of a survey a browser that has answered answers no
 * second time. That rests on a token the browser was given and keeps: whoever removes it can answer again, and nothing else of him is looked at.
 */
import type { Decision, Scene } from '../../perform.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { SendOpinion } from './commands.ts';
import { isOpen, type PublicConsultation } from './consultation.ts';
import { lacks } from './decide.ts';
import { CONSULTATION_BASIS } from './permissions.ts';

export const LONGEST_OPINION = 5_000;

export interface SendLoaded {
  readonly consultation: PublicConsultation;
  readonly queryNumber: string;
  /** The browser has answered already. */
  readonly answeredBefore: boolean;
}

export interface Sent {
  readonly id: string;
  readonly queryNumber: string;
  readonly consultation: PublicConsultation;
  readonly command: SendOpinion;
}

export function decideSend(
  { consultation, queryNumber, answeredBefore }: SendLoaded,
  command: SendOpinion,
  scene: Scene,
): Decision<Sent> | Refusal {
  const { id: consultationId, agencyId, text } = consultation;
  if (!isOpen(consultation, scene.today))
    return refuse('CLOSED', CONSULTATION_BASIS, '征集已经结束，没有收下。结果公布后可以在这一页查看。');
  if (answeredBefore) return refuse('INT-19', CONSULTATION_BASIS, '这台设备的浏览器已经答过这份问卷，没有再收一次。');
  const body = command.body.trim();
  if (text.form === 'opinions' && body === '') return lacks('没有写意见，请写明。');
  if (body.length > LONGEST_OPINION) return lacks(`意见最多 ${LONGEST_OPINION} 个字，请删减。`);
  if (text.form === 'survey' && Object.keys(command.answers).length === 0) return lacks('一题都没有答，没有收下。');
  const files = command.files.filter(
    ({ question }) =>
      command.answers[question] !== undefined &&
      text.questions.some(({ key, kind }) => key === question && kind === 'file'),
  );
  const id = scene.newId();
  return {
    next: { id, queryNumber, consultation, command: { ...command, body, files } },
    entry: {
      verb: 'opinionReceived',
      subject: id,
      agencyId,
      basis: `${CONSULTATION_BASIS}（收到意见）`,
      content: {
        ...{ consultationId, body, answers: command.answers },
        ...(files.length > 0 && { files: files.map(({ name: _, ...file }) => file) }),
      },
    },
  };
}
