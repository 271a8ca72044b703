/** 账号的告知 [SEC-53]: what others did to one's own account. */
import type { OfficerNoticeKind } from './notice.ts';
import { ROLES, type RoleName } from './role.ts';

export const ACCOUNT_NOTICES = {
  passwordSet: {
    term: '密码被重设',
    says: () =>
      '安全管理员重设了你的密码，原来的登录都已退出，身份验证器也已停用，需要的请在“我的账号”重新开启。不是你要求的，请马上告诉安全管理员和审计员。',
    opens: null,
    heardBy: Object.keys(ROLES) as RoleName[],
  },
} as const satisfies Record<string, OfficerNoticeKind>;
