/**
 * 人人先试的密码 [SEC-4]: what guessing begins with – runs on the keyboard, numbers in a row, years, days and telephone numbers, and the words everybody
 * takes – and whatever is put together of these, with signs between and a for @. A rule and no list of a million: that is half a megabyte of
 * foreign words, and 单位名加年份 stands in none of them.
 */

/** Neighbours on the keyboard, in the hand's order; each counts backwards too. */
const RUNS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '!@#$%^&*()',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '147258369',
  '159357',
].flatMap((row) => [row, [...row].reverse().join('')]);

const WORDS = [
  ...[
    'password',
    'passwd',
    'pass',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'test',
    'demo',
    'system',
    'login',
  ],
  ...['welcome', 'hello', 'letmein', 'changeme', 'default', 'secret', 'master', 'super', 'temp', 'oracle', 'server'],
  ...[
    'iloveyou',
    'love',
    'dragon',
    'monkey',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'qwe',
    'asd',
    'zxc',
    'abc',
  ],
  ...[
    'woaini',
    'mima',
    'zhongguo',
    'china',
    'beijing',
    'nihao',
    'wode',
    'chushi',
    'guanliyuan',
    'yonghu',
    'aini',
    'huanying',
  ],
  ...[
    'gongkai',
    'zhengwu',
    'zwgk',
    'xxgk',
    'zhengfu',
    'xinxi',
    'bangong',
    'bangongshi',
    'anquan',
    'xitong',
    'shenji',
    'gov',
  ],
  ...[
    '密码',
    '口令',
    '管理员',
    '系统',
    '安全',
    '审计',
    '政府',
    '政务',
    '信息',
    '公开',
    '办公室',
    '中国',
    '我爱你',
    '你好',
    '欢迎',
  ],
].sort((one, other) => other.length - one.length);

/** Signs people write for letters. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  $: 's',
  '5': 's',
  '3': 'e',
  '1': 'i',
  '!': 'i',
};

const NUMBERS = [
  /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/y,
  /(?:86)?1[3-9]\d{9}/y,
  /(?:19|20)\d{2}年?/y,
  /520|1314/y,
];

/** Fewer characters than these that nobody foresees make no password, whatever stands round them. */
const UNFORESEEN = 4;

/** 单位名, with years, numbers and signs before and behind: the rule asks of no list, so a sentence that ends in one is none to take either. */
const NAME_OF_UNIT =
  /^[\d\p{P}\p{S}\s年]*\p{Script=Han}{1,20}(?:政府|委员会|办公室|局|厅|委|办|中心|县|区|市|州|旗|镇|乡|街道)[\d\p{P}\p{S}\s年]*$/u;

export function isFirstTried(password: string): boolean {
  const plain = password.toLowerCase();
  if (NAME_OF_UNIT.test(plain)) return true;
  return /^[\d\s-]+$/.test(plain) || /^(.{1,6})\1+$/u.test(plain) || unforeseenIn(plain) < UNFORESEEN;
}

function unforeseenIn(plain: string): number {
  let unforeseen = 0;
  for (let at = 0; at < plain.length; ) {
    const known = foreseenAt(plain, at);
    if (known === 0 && /[\p{L}\p{N}]/u.test(plain[at]!)) unforeseen += 1;
    at += known || 1;
  }
  return unforeseen;
}

/** How many characters from here on anybody would have guessed. */
function foreseenAt(plain: string, at: number): number {
  const word = WORDS.find((one) => [...one].every((letter, n) => isLike(plain[at + n], letter)))?.length ?? 0;
  const numbers = NUMBERS.map((pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(plain)?.[0].length ?? 0;
  });
  return Math.max(word, ...numbers, runAt(plain, at));
}

function isLike(written: string | undefined, letter: string): boolean {
  return written === letter || (written !== undefined && STANDS_FOR[written] === letter);
}

const SHORTEST_RUN = 3;

function runAt(plain: string, at: number): number {
  let same = 1;
  while (plain[at + same] === plain[at]) same += 1;
  let along = SHORTEST_RUN - 1;
  while (at + along < plain.length && RUNS.some((row) => row.includes(plain.slice(at, at + along + 1)))) along += 1;
  const longest = Math.max(same, along);
  return longest >= SHORTEST_RUN ? longest : 0;
}
