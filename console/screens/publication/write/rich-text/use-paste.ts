/** 粘贴 of what has pictures in it: they are kept one by one, and what became of them is said. */
import { useRef, useState } from 'react';
import { call, problemOf } from '../../../../api/call.ts';
import { type Clipboard, takePasted } from './take-pasted.ts';

export function usePaste(agencyId: string) {
  const [says, setSays] = useState('');
  const [pending, setPending] = useState(false);
  // The editor keeps the first of its handlers; the agency may be chosen after it.
  const agency = useRef(agencyId);
  agency.current = agencyId;
  const keep = async (file: File) => {
    if (agency.current === '') throw new Error(NO_AGENCY);
    return call('POST /api/publication-pictures', { query: { agencyId: agency.current }, sends: { file } });
  };
  const take = async (clipboard: Clipboard, put: (html: string) => unknown) => {
    setPending(true);
    setSays('正在放入粘贴的图片……');
    const taken = await takePasted(clipboard, keep, (error) =>
      error instanceof Error && error.message === NO_AGENCY ? NO_AGENCY : problemOf(error).says,
    );
    put(taken.html);
    setSays(taken.says);
    setPending(false);
  };
  return { says, pending, take, forget: () => setSays('') };
}

const NO_AGENCY = '还没有选择机关。请先在上面选择机关，再粘贴一次图片。';
