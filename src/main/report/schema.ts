/** `gongkai report schema`: the published format of reports as JSON. */
import { REPORT_SCHEMA } from '../../annual-report/report-schema.ts';
import type { Command } from '../command.ts';

const usage = `用法：gongkai report schema

输出年度报告 JSON 的格式说明（JSON Schema 2020-12）：门户下载的 JSON、report convert 写出的 .json 都合这个格式，
合这个格式的 JSON 也能用 report read、check、convert 读取。门户上的地址是 /annual-reports/schema.json。
退出码：0 已输出；2 用法不对。

例：gongkai report schema > 年报格式.json`;

export const schema: Command = {
  usage,
  run: async (args, io) => {
    if (args.length > 0) {
      io.err(`schema 不带参数。\n\n${usage}`);
      return 2;
    }
    io.out(JSON.stringify(REPORT_SCHEMA, null, 2));
    return 0;
  },
};
