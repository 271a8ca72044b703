import { SETTINGS } from '../platform/config.ts';
import { packageRoot } from '../platform/package-root.ts';
import type { Command } from './command.ts';
import { runServer } from './start/run-server.ts';

const settings = Object.entries(SETTINGS).map(([name, meaning]) => `  ${name.padEnd(28)}${meaning}`);

/** `gongkai start`: portal and desk with everything they need, until Ctrl-C. */
export const start: Command = {
  usage: `用法： gongkai start

启动门户和工作台。默认载入演示县，数据库随程序一起启动，不需要另外安装；按 Ctrl+C 停止。

例： GONGKAI_DEMO=off GONGKAI_PORTAL=0.0.0.0:8080 gongkai start

设置（环境变量）：
${settings.join('\n')}`,
  run: async (args, io) => {
    if (args.length > 0) {
      io.err(`start 没有“${args[0]}”这个选项，设置写在环境变量里。\n\n${start.usage}`);
      return 2;
    }
    return runServer({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() }, io);
  },
};
