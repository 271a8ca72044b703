/**
 * What is written on the forms of a file, kept while the console is open: who looks something up elsewhere finds it again. It
 * stays in memory only and is gone with the session.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActVerb } from '../../../src/desk/contract.ts';
import type { Values } from './acts/act-of.ts';

export type Written = Partial<Record<ActVerb, Values>>;

export function useWritten(fileId: string): [Written, (verb: ActVerb, values: Values | undefined) => void] {
  const client = useQueryClient();
  const key = ['written', fileId];
  const [written, setWritten] = useState<Written>(() => client.getQueryData(key) ?? {});
  const write = (verb: ActVerb, values: Values | undefined) => {
    const { [verb]: _, ...others } = written;
    const now = values ? { ...others, [verb]: values } : others;
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(key, now);
    setWritten(now);
  };
  return [written, write];
}
