import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { optionFault, unknownOption } from './command.ts';

/** What the command line says of arguments that `parseArgs` does not take. */
function said(...args: string[]): string {
  try {
    parseArgs({ args, options: { to: { type: 'string' }, encrypt: { type: 'boolean' } }, allowPositionals: true });
    return '';
  } catch (error) {
    return optionFault(error);
  }
}

describe('options of a command', () => {
  it.each([
    [['--too', 'x'], '没有“--too”这个选项。'],
    [['-z'], '没有“-z”这个选项。'],
    [['--to'], '“--to”后面要写值。'],
    [['--encrypt=yes'], '“--encrypt”后面不写值。'],
    [['--to', 'x', '--encrypt'], ''],
  ])('%j are told of in Chinese', (args, says) => expect(said(...args)).toBe(says));

  it('a fault that is none of theirs is thrown on', () =>
    expect(() => optionFault(new Error('the disk is full'))).toThrow('the disk is full'));

  it('the first one that is not known is named without its value', () =>
    expect(unknownOption(['a', '--dryrun=1', '--files', 'b'], ['--files'])).toBe('没有“--dryrun”这个选项。'));
});
