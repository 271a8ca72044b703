/**
 * 平台的错误码 [XCH-25]: what the numbers of the public platform mean and what to do, in words a clerk can act on. `again`: the very same call may go well later;
 * `down`: nothing else would go well now either. A number nobody has explained is told as it is.
 */

export interface WechatError {
  readonly says: string;
  readonly again: boolean;
  readonly down?: true;
}

const later = (says: string): WechatError => ({ says, again: true });
const down = (says: string): WechatError => ({ says, again: true, down: true });
const never = (says: string): WechatError => ({ says, again: false });

const BACKSTAGE = '请账号管理员登录 mp.weixin.qq.com，在“设置与开发”里';

export const WECHAT_ERRORS: Readonly<Record<number, WechatError>> = {
  [-1]: later('平台繁忙，系统稍后自动再试。'),
  40001: down('接口凭证无效，系统已经换取新的；仍然这样的，请核对 AppID 和密钥文件是不是同一个账号的。'),
  40002: down('平台不认凭证的类型，请联系运行维护人员。'),
  40007: never('素材编号无效：草稿或者图片已经在公众平台后台被删除。请重新发出。'),
  40009: never('图片太大。请换成 10 MB 以内的图片。'),
  40013: down('AppID 不对。请系统管理员对照公众平台“开发接口管理”里的 AppID 改正。'),
  40014: down('接口凭证无效，系统已经换取新的；仍然这样的，请核对 AppID 和密钥文件。'),
  40113: never('图片的格式平台不支持。请换成 JPG 或者 PNG。'),
  40125: down('密钥（AppSecret）不对或者已经重置。请运行维护人员把新的密钥写进密钥文件。'),
  40137: never('图片的格式平台不支持。请换成 JPG 或者 PNG。'),
  40164: down(`服务器的出口地址不在公众号的 IP 白名单里。${BACKSTAGE}把它加进“IP白名单”，几分钟后系统自动再试。`),
  40243: down(`密钥（AppSecret）已经被冻结。${BACKSTAGE}解冻，几分钟后系统自动再试。`),
  41001: down('调用没有带接口凭证，请联系运行维护人员。'),
  41004: down('密钥文件是空的。请运行维护人员把 AppSecret 写进密钥文件。'),
  42001: down('接口凭证过期，系统已经换取新的。'),
  43004: never('平台要求先关注公众号，这个接口不能用于发布。请联系运行维护人员。'),
  44002: never('发出的内容是空的。请检查标题和正文。'),
  44003: never('图文内容是空的。请在文章里写正文，再发出。'),
  44004: never('文字内容是空的。请在文章里写正文，再发出。'),
  45001: never('图片太大。请换成 10 MB 以内的图片。'),
  45002: never('正文太长。请缩短到 20000 字以内。'),
  45003: never('标题太长。请缩短到 64 字以内。'),
  45004: never('摘要太长。请缩短到 120 字以内。'),
  45009: down('今天调用接口的次数已经用完，明天自动再试。急的，请在公众平台后台手工发布并登记。'),
  45011: later('调用得太频繁，系统稍后自动再试。'),
  45028: never('平台说这个账号已经没有群发的次数。请在公众平台后台核对。'),
  45166: never('平台认为正文里有不允许的内容（外站链接、脚本或者违规文字）。请修改以后重新审校、发出。'),
  47001: never('平台读不懂发出的内容，请联系运行维护人员。'),
  48001: down(
    `这个公众号没有“发布”接口的权限（多半是没有认证，或者是个人主体）。${BACKSTAGE}核对“接口权限”；没有权限的，请在后台手工发布并登记。`,
  ),
  48004: down('平台封禁了这个接口。请账号管理员登录公众平台查看通知，按要求处理。'),
  48008: never('平台说没有这种消息的发布权限。请在公众平台后台手工发布并登记。'),
  50001: down('公众号没有授权这个接口。请账号管理员在公众平台核对“接口权限”。'),
  50002: down('公众号被平台限制，暂时不能发布。请账号管理员登录公众平台查看通知。'),
  53500: later('平台的发布功能暂时停用，系统稍后自动再试。'),
  53501: down('发布得太频繁，平台要求等一会儿，系统自动再试。'),
  53502: never('这份草稿平台不认。请重新发出。'),
  53503: never('草稿没有通过平台的发布检查。请看公众平台后台草稿箱里的提示，修改以后重新审校、发出。'),
  53504: never('这份草稿要在公众平台后台手工发布。发布以后请登记。'),
  53505: never('这份草稿要在公众平台后台手工保存后再发布。发布以后请登记。'),
  53600: never('平台上没有这篇文章，可能已经在后台删除。'),
  89503: down('这次调用要账号管理员确认。请管理员在手机微信的提示里同意，几分钟后系统自动再试。'),
  89506: down('账号管理员拒绝了这台服务器的调用，一天内不能再试。请管理员改为同意。'),
  89507: down('账号管理员拒绝了这台服务器的调用，一小时内不能再试。请管理员改为同意。'),
};

/** Numbers after which another pass is asked for, once. */
export const PASS_IS_OVER: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** Nothing of the kind is there. */
export const NO_SUCH_MEDIA = 40007;
export const NO_SUCH_ARTICLE: ReadonlySet<number> = new Set([53600, 40007]);

/** @param told what the platform said beside the number, without addresses */
export function explained(code: number, told: string): WechatError {
  const known = WECHAT_ERRORS[code];
  if (known) return { ...known, says: `${known.says}（平台代码 ${code}）` };
  const said = told === '' ? '' : `：${told}`;
  return { says: `平台没有收下，代码 ${code}${said}。请对照公众平台的说明，或者联系运行维护人员。`, again: false };
}

/** 发布任务的结果: 0 and 1 are no failures. */
export const PUBLISH_FAULTS: Readonly<Record<number, string>> = {
  2: '原创声明没有通过。请在公众平台后台修改，或者修改以后重新发出。',
  3: '平台没有发布成功，没有说明原因。请重新发出；仍然不成的，在公众平台后台手工发布并登记。',
  4: '平台审核没有通过。请看公众平台的通知，修改以后重新审校、发出。',
  5: '发布以后已经在公众平台后台被删除。',
  6: '发布以后被平台封禁。请账号管理员登录公众平台查看通知。',
};
