/** `gongkai fee`: what the information processing fee comes to, by application or by page. */
import { type FeeTariff, feeFor } from '../statute/fee-tariff.ts';
import { isRefusal } from '../statute/refusal.ts';
import { type Command, unknownOption } from './command.ts';

const usage = `用法：gongkai fee --items 件数
      gongkai fee --pages 页数

按国办函〔2020〕109号计算信息处理费，单位为元，输出 JSON（tariff 计收方式、amount 金额、steps 算式）。
  --items  按件计收：同一申请人一个自然月内向同一机关累计的申请件数
  --pages  按量计收：单件申请提供的页数（A4 及以下单面为一页）
对每件申请只能选择一种。算出金额不等于应当收取：须数量、频次明显超过合理范围（《条例》第四十二条）。
退出码：0 算出；1 件数、页数不对；2 用法不对。

例：gongkai fee --items 35`;

export const fee: Command = {
  usage,
  run: async (args, io) => {
    const asked = readArguments(args);
    if (!asked) {
      io.err(
        `${unknownOption(args, ['--items', '--pages']) ?? ''}请在 --items 和 --pages 中选择一种，后面写数字。\n\n${usage}`,
      );
      return 2;
    }
    const reckoning = feeFor(asked.tariff, asked.count);
    if (isRefusal(reckoning)) {
      const { code, basis, says } = reckoning;
      io.out(JSON.stringify({ refusal: { code, basis, says } }, null, 2));
      return 1;
    }
    io.out(JSON.stringify(reckoning, null, 2));
    return 0;
  },
};

/** `--items 35` or `--items=35`; what is no whole number becomes NaN, which the tariff refuses in its own words. */
function readArguments(args: readonly string[]): { tariff: FeeTariff; count: number } | undefined {
  const [option = '', value, ...rest] = args.flatMap((arg) => /^(--\w+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  if ((option !== '--items' && option !== '--pages') || value === undefined || rest.length > 0) return undefined;
  return {
    tariff: option === '--items' ? 'items' : 'pages',
    count: /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN,
  };
}
