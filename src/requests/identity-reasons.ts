/**
 * 查看身份的事由 (《个人信息保护法》第五十一条). A table and not free text: the reason stands in the ledger, which holds no identity, and
 * what people type would sooner or later name somebody.
 */
export const IDENTITY_REASONS = {
  contact: { term: '联系申请人、核对申请内容' },
  letter: { term: '制作、送达文书' },
  sameApplicant: { term: '核对是否同一申请人' },
  archive: { term: '打包、移交案卷' },
  remedy: { term: '行政复议、行政诉讼答辩' },
  check: { term: '监督检查' },
} as const satisfies Record<string, { readonly term: string }>;

export type IdentityReasonName = keyof typeof IDENTITY_REASONS;
