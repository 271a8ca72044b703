/** 办理: what a form sends to the desk, once however often its button is pressed. */
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { oneAtATime } from './one-at-a-time.ts';

export function useSend<Sent, Answer>(
  send: (sent: Sent) => Promise<Answer>,
  onDone: (answer: Answer, sent: Sent) => unknown,
): UseMutationResult<Answer, Error, Sent> {
  const [once] = useState(() => oneAtATime<Answer>());
  return useMutation({ mutationFn: (sent: Sent) => once(() => send(sent)), onSuccess: onDone });
}
