/** 整改单上的动作. The machine's are told by the sweeps, never by a person. */
export type TicketCommand =
  | { readonly verb: 'assign'; readonly ticketId: string; readonly officerId: string }
  | { readonly verb: 'reportFixed'; readonly ticketId: string; readonly says: string }
  | { readonly verb: 'acceptFinding'; readonly ticketId: string; readonly findingId: string; readonly because: string }
  | {
      readonly verb: 'recheck';
      readonly ticketId: string;
      readonly still: readonly string[];
      readonly notLooked: readonly string[];
    };

export const TICKET_VERBS = {
  assign: { term: '交办' },
  reportFixed: { term: '报告已改正' },
  acceptFinding: { term: '登记为例外' },
  recheck: { term: '机器复查' },
} as const;
export type TicketVerb = keyof typeof TICKET_VERBS;
