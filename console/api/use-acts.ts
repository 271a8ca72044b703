/** 办理一件事: which step is turned to, what is sent, what is said when it is done, and which lists are then to be asked for again. */
import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSend } from './use-send.ts';

export interface OpenFile<Sent, After> {
  /** Under which its screen keeps it: a name and an id. */
  readonly kept: readonly [string, string];
  /** The lists it stands in, besides the inbox. */
  readonly lists: readonly string[];
  readonly send: (sent: Sent) => Promise<After>;
  /** What the officer is told when it is done. */
  readonly says: (sent: Sent, after: After) => string;
  /** Instead of showing what came back; true when that is done with. */
  readonly leave?: (after: After) => boolean;
}

export interface Acts<Sent, After> {
  readonly send: UseMutationResult<After, Error, Sent>;
  /** What was done last, in words; empty when nothing was. */
  readonly done: string;
  /** Counts what was done: a form with this as its key begins anew. */
  readonly round: number;
  readonly turnedTo: string | null;
  readonly turn: (verb: string | null) => void;
  /** What another request about the same file has answered. */
  readonly keep: (after: After, says: string) => Promise<void>;
}

export function useActs<Sent, After>({ kept, lists, send, says, leave }: OpenFile<Sent, After>): Acts<Sent, After> {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const [round, setRound] = useState(0);
  const [turnedTo, setTurnedTo] = useState<string | null>(null);
  const askAgain = () =>
    client.invalidateQueries({ predicate: ({ queryKey: [name] }) => ['inbox', ...lists].includes(String(name)) });
  const keep = (after: After, said: string) => {
    client.setQueryData(kept, after);
    setDone(said);
    setRound((before) => before + 1);
    return askAgain();
  };
  const sending = useSend(send, (after, sent) => {
    if (leave?.(after)) return askAgain();
    setTurnedTo(null);
    return keep(after, says(sent, after));
  });
  const turn = (verb: string | null) => {
    sending.reset();
    setDone('');
    setTurnedTo(verb);
  };
  return { send: sending, done, round, turnedTo, turn, keep };
}

/** 已经办理：…。 by the step's own name. */
export function doneBy(verbs: readonly { readonly verb: string; readonly term: string }[], verb: string): string {
  return `已经办理：${verbs.find((one) => one.verb === verb)?.term ?? ''}。`;
}
