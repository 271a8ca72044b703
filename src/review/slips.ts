/**
 * 笔误 [PUB-119]: days that no calendar has and words written twice. No list can hold them, and whoever reads a text a third time passes over them.
 */
import { excerpt, type Finding, findingOf } from './finding.ts';
import { foldText } from './folded-text.ts';

interface Slip {
  readonly term: string;
  readonly form: RegExp;
  readonly holds?: (parts: readonly (string | undefined)[]) => boolean;
  readonly advice: string;
}

const NO_SUCH_DAY = '不存在的日期';
const LOOK_UP = '日历上没有这一天，请核对月、日；原文如此的，确认后可以保留。';
/** 农历二月三十 may be one. */
const OF_THE_SUN = /(?<!(?:农历|阴历|旧历)[^\n]{0,6})(?<![\d一二三四五六七八九十])/.source;

/** What may stand between two of the same: 目的的实现, 为了了解, 和和美美. */
const TWICE = [
  /(?<![目标有])的的(?![确士])/,
  /(?<![为不明除])了了(?![解结之却断如然愿事])/,
  /(?<![总温谦饱中缓共调平祥随])和和(?![美气平谐睦解田林县硕静布顺政龙])/,
  /(?<![存现所正旨内外潜实])在在(?![此校职岗建册编场线逃押家外])/,
  /(?<![普涉危触波顾以])及及(?![时其格早])|以及及(?!时)/,
  /(?<![参给赋付授])与与(?![会])/,
  /们们/,
  /(进行|开展|以及|根据|按照|由于|为了|现将|特此|并且|应当|必须|加强|认真|切实|不断|我县|我局|我市|本县)\1/,
]
  .map(({ source }) => source)
  .join('|');

const SLIPS: readonly Slip[] = [
  {
    term: NO_SUCH_DAY,
    form: new RegExp(OF_THE_SUN + /(?:(\d{4})年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日/.source, 'g'),
    holds: ([year, month, day]) => !isDay(year, Number(month), Number(day)),
    advice: LOOK_UP,
  },
  {
    term: NO_SUCH_DAY,
    form: /(?<!\d)(?:19|20)\d\d年 ?(\d{1,2}) ?月(?! ?\d)/g,
    holds: ([month]) => !isDay(undefined, Number(month), 1),
    advice: LOOK_UP,
  },
  {
    // Of numbers of papers built alike the middle is seldom a month: told only where it is one.
    term: NO_SUCH_DAY,
    form: /(?<![\d./-])((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](29|3[01])(?![\d./-])/g,
    holds: ([year, month, day]) => !isDay(year, Number(month), Number(day)),
    advice: LOOK_UP,
  },
  {
    term: NO_SUCH_DAY,
    form: new RegExp(OF_THE_SUN + /(?:二月三十一?|(?:[四六九]|十一)月三十一)日/.source, 'g'),
    advice: LOOK_UP,
  },
  { term: '重复的字词', form: new RegExp(TWICE, 'g'), advice: '请删去一个；原文如此的，确认后可以保留。' },
];

/** Without a year a leap year may be meant. */
function isDay(year: string | undefined, month: number, day: number): boolean {
  const found = new Date(Date.UTC(year === undefined ? 2024 : Number(year), month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

export function slipsIn(text: string, where: string): Finding[] {
  const { letters } = foldText(text);
  return SLIPS.flatMap(({ term, form, holds, advice }) =>
    [...letters.matchAll(form)]
      .filter(([, ...parts]) => !holds || holds(parts))
      .map(({ 0: found, index }) => {
        const quoted = excerpt(letters, index, index + found.length).replaceAll('\n', '／');
        const says = `有${term}“${found}”：“${quoted}”。`;
        const basis = '《党政机关公文处理工作条例》第十九条';
        return findingOf({ code: 'REV-12', severity: 'warning', where, says, basis, advice }, found);
      }),
  );
}
