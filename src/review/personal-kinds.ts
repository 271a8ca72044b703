/** 个人信息的种类 [REV-10]: what is looked for, how it is written, and what to do with it. A table of data; the search is in `personal-information.ts`. */
import type { Severity } from '../statute/issue.ts';
import { CHINESE_FIGURE, inFigures, isBankCard, isIdentityNumber, isLikeIdentity } from './number-forms.ts';

export interface Kind {
  readonly term: string;
  readonly severity: Severity;
  /** Digits may be parted by spaces, dashes and dots; the text is folded before (`folded-text.ts`). A first group is what was found. */
  readonly forms: readonly (RegExp | Gated)[];
  /** Whether what has the form is one; all of them when absent. @param compact without spaces and hyphens */
  readonly holds?: (compact: string) => boolean;
  readonly advice: string;
}

/** Looking back from every letter is dear: a form is looked for only where the text has what it cannot do without. */
export interface Gated {
  readonly needs: readonly RegExp[];
  readonly form: RegExp;
}

/** So many figures near each other as a telephone has; no day and no amount. */
const LONG = /\d(?:[ .·\-\n/()]{0,3}\d){10}/;
const long = (form: RegExp): Gated => ({ needs: [LONG], form });

const ON_LINE = '[ .·\\-]{0,2}';
const onLine = (n: number) => `(?:\\d${ON_LINE}){${n}}`;

/** Lines and cells part a number as well: a cell of a sheet is a line. */
const PART = '[ .·\\-\\n]{0,2}';
const digits = (n: number) => `(?:\\d${PART}){${n}}`;

/** What is looked for at every place, so that a figure before it takes nothing of it: the letters are the first group. */
const at = (form: string) => long(new RegExp(`(?<!\\d)(?=(${form})(?!\\d))`, 'g'));
const after = (label: string, form: string): Gated => ({
  needs: [new RegExp(label)],
  form: new RegExp(`(?<=(?:${label})[^\\d\\n]{0,6}\\n?[^\\d\\n]{0,3})(?=(${form}))`, 'g'),
});

/** As people read it out: 一三〇六… */
const inChinese = (label: string, form: string): Gated => ({
  needs: [new RegExp(label), new RegExp(`${CHINESE_FIGURE}{10}`)],
  form: new RegExp(
    `(?<=(?:${label})[^\\d\\n]{0,6}\\n?[^\\d\\n]{0,3})(?<!${CHINESE_FIGURE})(?=(${form})(?!${CHINESE_FIGURE}))`,
    'g',
  ),
});

const MONEY = /(?:投资|合计|总计|共计|小计|金额|总额|资金|预算|决算|收入|支出|拨付|[¥￥$])[:为]? ?/.source;
const MEASURE = / ?(?:万|亿)?(?:元|平方|立方|亩|吨|公斤|千瓦|号文|美元)|\.\d/.source;
/** A telephone, and no amount. */
const phone = (form: string) => long(new RegExp(`(?<!\\d|\\d\\.|${MONEY})(?=(${form})(?!\\d|${MEASURE}))`, 'g'));
const COUNTRY = '(?:(?:\\+|00)?86[ -]?)?';
const PROVINCES = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const IDENTITY = '身份证|公民身份|证件号';
const PURSE = /银行卡|存折|一卡通|惠农卡|社保卡|(?:个人|补贴|发放|农户|本人)(?:银行)?[账帐][号户]|卡号/.source;
const FREE_MAIL =
  '(?:qq|foxmail|163|126|139|189|yeah|sina|sohu|aliyun|gmail|outlook|hotmail|live|icloud|yahoo|wo|21cn|tom)\\.(?:com|net|cn|org)(?:\\.cn)?';
const HOME = /家庭住址|家庭地址|现住址|现住地|居住地|住址|户籍(?:所在)?地|户口所在地|户籍地址|[家现居]住/;
const SO = /(?:为|是|在|于)?[: ]{0,2}/.source;
const HOME_BEFORE = `(?<=(?:${HOME.source})${SO})`;
const HOUSE = /[\d一二三四五六七八九十百]{1,5}号(?![文线令井池塘桥坝闸泵机地宗水])/.source;
const VILLAGE = /[\u4e00-\u9fff]{2,24}(?:[村社寨屯]|嘎查|社区|居委会)(?:[\u4e00-\u9fff\d]{1,6}[组社队屯])?/.source;
const HAMLET = /(?<=[村寨屯]|嘎查|社区|[村居]委会)[\d一二三四五六七八九十百]{1,3}(?:村民小)?[组社队屯]/.source;
const BLOCK = /[\u4e00-\u9fff]{2,24}\d{1,4}(?:号楼|幢|栋|座)/.source;
const STREET = `[\\u4e00-\\u9fff]{2,24}[路街巷道]${HOUSE}`;
/** 王某，男，住…村15号: where a sentence says no more than 住, a number of a house must follow. */
const LIVES = /(?<=(?:^|[,;:。、\n ])住[在于]?)(?![建房所宅宿院户])/.source;

/** What a sheet has kept of a number, in eighteen figures or fifteen. */
function asTyped(compact: string): string {
  return compact.includes('E') ? compact.replace(/\.|E.*/g, '').padEnd(18, '0') : compact;
}

/** In the order they are looked for: what one has taken is not looked at by the next. */
export const PERSONAL_INFORMATION: readonly Kind[] = [
  {
    term: '居民身份证号码',
    severity: 'error',
    forms: [at(`[1-9]${PART}${digits(16)}[\\dXx]`)],
    holds: isIdentityNumber,
    advice: '请删除，或者只留前三位和后两位，中间用星号代替。',
  },
  {
    // 残疾人证号: the same number with the kind and the degree behind it.
    term: '居民身份证号码',
    severity: 'error',
    forms: [long(new RegExp(`(?<!\\d)(?=([1-9]${PART}${digits(16)}[\\dXx])${PART}\\d${PART}\\d(?!\\d))`, 'g'))],
    // A number of this century with a day in it is a number of papers.
    holds: (compact) => isIdentityNumber(compact) && Number(compact.slice(6, 10)) < 2016,
    advice: '残疾人证号码就是身份证号码。请删除，或者只留前三位和后两位，中间用星号代替。',
  },
  {
    term: '居民身份证号码',
    severity: 'warning',
    // Hidden in its last figures alone: the place and the day of birth are there.
    forms: [
      /(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?=[\d*]{2,4}[Xx]?(?![\d*]))\d{0,3}\*[\d*]*[Xx]?/g,
    ],
    advice: '出生日期还看得出来。请只留前三位和后两位，中间用星号代替。',
  },
  {
    term: '居民身份证号码',
    severity: 'warning',
    // Mistyped, or of the fifteen figures given out before 1999: only where it says so itself.
    forms: [after(IDENTITY, `[1-9]${PART}(?:${digits(16)}[\\dXx]|${digits(13)}\\d)(?!\\d)`)],
    holds: (compact) => isLikeIdentity(compact, 2100),
    advice:
      '是身份证号码的（旧号码、少一位或者校验位打错的也是），请删除或者只留前三位和后两位；不是的，确认后可以保留。',
  },
  {
    term: '居民身份证号码',
    severity: 'warning',
    forms: [inChinese(IDENTITY, `${CHINESE_FIGURE}{17}[Xx]|${CHINESE_FIGURE}{18}|${CHINESE_FIGURE}{15}`)],
    holds: (compact) => isLikeIdentity(inFigures(compact), 2100),
    advice: '用汉字写的号码也认得出来。请删除，或者只留前三位和后两位，中间用星号代替。',
  },
  {
    term: '居民身份证号码',
    severity: 'warning',
    // A sheet keeps fifteen figures of a number that is typed as one: place and day of birth, and all of a number given out before 1999.
    forms: [
      long(/(?<!\d)(?=([1-9]\d{14}000)(?!\d))/g),
      long(/(?<![\d.])(?=([1-9]\.\d{13,14}E\+17)(?!\d))/gi),
      { needs: [/^(?![\s\S]*注册号)[\s\S]*(?:身份证|公民身份)/], form: /(?<![^\n])(?=([1-9]\d{14})(?![^\n]))/g },
    ],
    holds: (compact) => isLikeIdentity(asTyped(compact), 2026),
    advice: '表格按数字存的身份证号，末尾几位虽然丢了，出生日期还在。请删除这一列，或者只留前三位和后两位，改为文本。',
  },
  {
    term: '银行卡号',
    severity: 'error',
    forms: [new RegExp(`(?<!\\d)[3-6]${ON_LINE}${onLine(14)}\\d(?:${ON_LINE}\\d){0,3}(?!\\d)`, 'g')],
    holds: isBankCard,
    advice: '请删除；确需公布补贴发放账户的，只留后四位。',
  },
  {
    // Of a passbook or a rural bank, or mistyped: only where it says so itself.
    term: '银行卡号',
    severity: 'warning',
    forms: [
      after(PURSE, `\\d${ON_LINE}${onLine(10)}\\d(?:${ON_LINE}\\d){0,9}(?!\\d)`),
      inChinese(PURSE, `${CHINESE_FIGURE}{12,21}`),
    ],
    advice: '个人的账号请删除，或者只留后四位；单位公布的账户，确认后可以保留。',
  },
  {
    term: '手机号码',
    severity: 'warning',
    forms: [
      phone(`${COUNTRY}1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}`),
      phone(`${COUNTRY}1[3-9]\\d[./·]\\d{4}[./·]\\d{4}`),
      phone(`${COUNTRY}\\(1[3-9]\\d\\)[ -]?\\d{4}[ -]?\\d{4}`),
      inChinese('电话|手机|联系方式|联系人', `[一壹幺][三四五六七八九叁肆伍陆柒捌玖]${CHINESE_FIGURE}{9}`),
      after('电话|手机|联系方式|联系人|Tel|TEL', `1[ \\n-]?[3-9][ \\n-]?(?:\\d[ \\n-]?){8}\\d(?!\\d|${MEASURE})`),
    ],
    advice: '个人的请删除或者隐去中间四位；单位公布的联系电话，确认后可以保留。',
  },
  {
    term: '出入境证件或者军官证号码',
    severity: 'warning',
    forms: [
      after(
        '护照',
        `(?:[A-Za-z]${ON_LINE}${onLine(7)}\\d|[Ee]${ON_LINE}[A-Za-z]${ON_LINE}${onLine(6)}\\d|1${ON_LINE}[45]${ON_LINE}${onLine(6)}\\d)(?!\\d)`,
      ),
      after(
        '港澳通行证|往来港澳|来往内地通行证|台湾通行证|来往大陆通行证|台胞证|回乡证',
        `(?:(?:[A-Za-z]${ON_LINE}){1,2}${onLine(6)}\\d(?:${ON_LINE}\\d){0,3}|${onLine(7)}\\d(?:${ON_LINE}\\d){0,2})(?!\\d)`,
      ),
      after('军官证|士兵证|警官证', /(?:[\u4e00-\u9fff]字)?第?\d{6,9}(?!\d)/.source),
    ],
    advice: '请删除，或者只留首尾各两位，中间用星号代替。',
  },
  {
    term: '个人电子邮箱',
    severity: 'warning',
    forms: [new RegExp(`[\\w.+-]{2,40} ?@ ?${FREE_MAIL}(?![\\w.])`, 'gi')],
    advice: '个人的请删除；单位公布的联系邮箱，确认后可以保留。',
  },
  {
    term: '个人的QQ号、微信号',
    severity: 'warning',
    forms: [
      {
        needs: [/QQ|扣扣/i],
        form: /(?<=(?<![A-Z])(?:QQ|扣扣) ?(?:号码?|账号|帐号)?(?:是|为)?[: ]{0,2})(?=([1-9]\d{4,10})(?![\d@.]))/gi,
      },
      {
        needs: [/微信/],
        // Of an agency's account it is said that it is one: 政务微信号, 微信公众号.
        form: /(?<=(?<!政务|官方|公众|企业|服务)微信 ?(?:(?:号码?|账号|帐号|ID) ?(?:是|为)?[: ]{0,2}|[:] ?))(?=([A-Z][\w-]{5,19})(?![\w-]))/gi,
      },
    ],
    advice: '个人的请删除；单位公布的，确认后可以保留。',
  },
  {
    term: '机动车号牌',
    severity: 'warning',
    forms: [
      new RegExp(
        `${PROVINCES}[A-HJ-NP-Z][·• ]?(?:(?=[A-HJ-NP-Z0-9]*\\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])|(?=[A-HJ-NP-Z0-9]*\\d)[A-HJ-NP-Z0-9]{4}[警学领港澳挂])`,
        'g',
      ),
      // Parted so that it is not found, or to fill a form.
      new RegExp(
        `(?<![\\u4e00-\\u9fff])${PROVINCES} [A-HJ-NP-Z][·• -]?(?=[A-HJ-NP-Z0-9]*\\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])`,
        'g',
      ),
      new RegExp(
        `(?<![\\u4e00-\\u9fff])${PROVINCES} ?[A-HJ-NP-Z](?= [A-HJ-NP-Z0-9 ]*\\d)(?: [A-HJ-NP-Z0-9]){5,6}(?! ?[A-Za-z0-9])`,
        'g',
      ),
      new RegExp(`WJ[·• ]?${PROVINCES}?[·• ]?(?=[A-Z0-9]*\\d)[A-Z0-9]{5}(?![A-Za-z0-9])`, 'g'),
    ],
    advice: '个人车辆的请隐去后三位；公务车辆确认后可以保留。',
  },
  {
    // Said to be where somebody lives, whoever the text is about.
    term: '家庭住址',
    severity: 'warning',
    forms: [
      { needs: [HOME], form: new RegExp(`${HOME_BEFORE}(?=(${VILLAGE}(?:${HOUSE})?|${STREET}))`, 'g') },
      {
        needs: [HOME, /[幢栋座楼]/],
        form: new RegExp(`${HOME_BEFORE}(?=(${BLOCK}))`, 'g'),
      },
      { needs: [/住/, /号/], form: new RegExp(`${LIVES}(?=(${VILLAGE}${HOUSE}|${STREET}))`, 'g') },
    ],
    advice: '请写到村、社区或者路为止。',
  },
  {
    term: '详细住址',
    severity: 'warning',
    forms: [
      /\d{1,4}(?:号楼|幢|栋|座)(?:[一二三四五六七八九十\d]{1,3}单元)?\d{1,5}[室号]|\d{1,3}单元\d{2,5}[室号]?/g,
      {
        needs: [/[组社队屯]/],
        form: new RegExp(`${HAMLET}${HOUSE}`, 'g'),
      },
    ],
    advice: '个人住址请写到小区、村或者社区为止；单位地址确认后可以保留。',
  },
];
