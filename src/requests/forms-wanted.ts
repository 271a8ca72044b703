/** 获取信息的方式、途径: the form the applicant asks for (《条例》第二十九条第二款第（三）项、第四十条). */
export const FORMS_WANTED = {
  paperByPost: { term: '纸质，邮寄' },
  paperAtCounter: { term: '纸质，当面领取' },
  electronic: { term: '电子文件，电子邮件或者网上领取' },
  inspection: { term: '当面查阅、抄录' },
} as const satisfies Record<string, { readonly term: string }>;

export type FormWantedName = keyof typeof FORMS_WANTED;
