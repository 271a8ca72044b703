/**
 * The command line and composition root. Each command lives in `main/` and is loaded only when it is called, so that
 * `gongkai clock` starts neither a server nor a database.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMMANDS, type Command, processIo } from './main/command.ts';

/** Runs one command. @returns the exit code: 0 done, 1 refused or errors found, 2 unreadable input or wrong usage */
export async function main(argv: readonly string[], io = processIo()): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    io.out(overview());
    return first === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (!entry) {
    io.err(`没有“${first}”这个命令。\n\n${overview()}`);
    return 2;
  }
  const command: Command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out((await command.usageOf?.(rest)) ?? command.usage);
    return 0;
  }
  return command.run(rest, io);
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `用法： gongkai <命令> [选项]\n\n${lines.join('\n')}\n\n每个命令都可以加 --help 查看说明。`;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
