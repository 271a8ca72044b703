/** 一格的值 [ENF-10, ENF-11]: as it is kept, or what is wrong with it. */

import { foldText } from '../../review/folded-text.ts';
import { isIdentityNumber } from '../../review/number-forms.ts';
import { addDays, type CivilDate, civil, parseCivilDate } from '../../statute/civil-date.ts';
import { isCreditCode } from './credit-code.ts';
import { type DecisionField, NO_END, STANDINGS, SUBJECT_KINDS } from './fields.ts';
import type { Fault } from './sheet-issue.ts';

/** By which days are judged, and counted where a cell has no more than a number. */
export interface SheetCalendar {
  readonly today: CivilDate;
  readonly from1904: boolean;
}

export function readValue(field: DecisionField, said: string, calendar: SheetCalendar): string | Fault {
  const { today } = calendar;
  const { kind, longest, term } = field;
  if (said.length > longest)
    return { says: `有 ${said.length} 个字，标准里最多 ${longest} 个`, advice: '请缩短后再上传。' };
  if (/\p{Cc}/u.test(said.replace(/[\t\n\r]/g, '')))
    return { says: '含有看不见的控制字符', advice: '请重新录入这一格。' };
  if (NO_RESULT.test(said))
    return {
      says: `“${said}”是没有算出结果的公式`,
      advice: '请在表格里改好公式，重新保存，或者直接写上内容。',
    };
  if (kind !== 'date' && LOST.test(said))
    return {
      says: `“${said.slice(0, 30)}”被表格程序存成了科学计数法，后面的数字可能已经丢失`,
      advice: '请把这一列的格式设为“文本”，照原件重新填写。',
    };
  switch (kind) {
    case 'date':
      return readDay(field, said, calendar);
    case 'wan':
      return /^\d{1,10}(\.\d{1,6})?$/.test(said)
        ? said
        : { says: `“${said.slice(0, 20)}”不是以万元计的金额`, advice: '只写数字，最多六位小数，例如 0.05 是五百元。' };
    case 'creditCode':
      return isCreditCode(said.toUpperCase())
        ? said.toUpperCase()
        : {
            says: `“${said.slice(0, 20)}”不是正确的统一社会信用代码`,
            advice: '应当是 18 位，请对照证书核对，注意校验位。',
          };
    case 'identity':
      // Passports and the like have no check digit; what has the length of an identity number must be one.
      if (!/^\d{17}[\dXx]$/.test(said)) return said;
      if (!isIdentityNumber(said.toUpperCase()))
        return { says: '居民身份证号码的校验位或者出生日期不对', advice: '请对照证件核对。' };
      return said.slice(6, 14) > today.replaceAll('-', '')
        ? { says: '居民身份证号码里的出生日期还没有到', advice: '请对照证件核对。' }
        : said;
    case 'subjectKind':
      return (SUBJECT_KINDS as readonly string[]).includes(said)
        ? said
        : { says: `没有“${said.slice(0, 20)}”这一类`, advice: `请填${SUBJECT_KINDS.join('、')}之一。` };
    case 'standing':
      return readStanding(said);
    default:
      return /[^\s\p{C}\p{Z}]/u.test(said) ? said : { says: '没有填写', advice: `请填写${term}。` };
  }
}

/** How sheets say it that a licence holds, or no longer. */
const STANDING_WORDS = /^(?:有效|正常|无效|注销|撤销|撤回|吊销|失效|过期|中止|暂停)$/;

/** [ENF-41] A figure is a code of the standard of 2018; that of 2015 counts otherwise, and its 1 is 撤销. */
function readStanding(said: string): string | Fault {
  if (said in STANDINGS || STANDING_WORDS.test(said)) return said;
  if (!/^\d+$/.test(said))
    return {
      says: `没有“${said.slice(0, 10)}”这个状态`,
      advice: `请填${Object.values(STANDINGS)
        .map((term) => `“${term}”`)
        .join('或者')}；已经撤销、注销的是“无效”。`,
    };
  const codes = Object.entries(STANDINGS).map(([code, term]) => `${code}（${term}）`);
  return {
    says: `没有“${said.slice(0, 10)}”这个状态代码`,
    advice: `2018 版只有 ${codes.join('、')}；2015 版的代码含义不同，请把这一列都改成文字“有效”“无效”。`,
  };
}

/** What a sheet shows of a formula that failed, and what is read of one that was never reckoned. */
const NO_RESULT = /^(?:#(?:DIV\/0|N\/A|NAME|NULL|NUM|REF|VALUE|SPILL|CALC|BLOCKED|GETTING_DATA)[!?]?|=\?)$/;
/** `1.50924E+17`, `1e300`. */
const LOST = /^-?\d(?:\.\d+)?e[+-]?\d+$/i;
/** 长期有效, as sheets say it. */
const ENDLESS = /^(?:长期(?:有效)?|永久(?:有效)?|无(?:固定)?期限|9999[-/.年]?12[-/.月]?31日?)$/;
const MAY_BE_ENDLESS = ['XK_YXQZI', 'CF_YXQ'];

function readDay({ code }: DecisionField, said: string, { today, from1904 }: SheetCalendar): string | Fault {
  const mayBeEndless = MAY_BE_ENDLESS.includes(code);
  if (mayBeEndless && ENDLESS.test(said)) return NO_END;
  const day = dayIn(said, from1904);
  const endless = mayBeEndless ? '，没有期限的写“长期”' : '';
  if (!day)
    return { says: `“${said.slice(0, 20)}”不是日期`, advice: `写成 2024-03-05、2024/3/5 或者 20240305${endless}。` };
  const isDecided = code.endsWith('JDRQ');
  if (isDecided && day > today) return { says: `${day} 还没有到`, advice: '作出决定的日期不能晚于今天。' };
  if (isDecided && day < '2000-01-01') return { says: `${day} 太早，不像作出决定的日期`, advice: '请核对年份。' };
  if (day > NO_END) return { says: `${day} 太远，不像一个期限`, advice: `请核对年份${endless}。` };
  return day;
}

/** `2024-03-05`, `2024/3/5`, `2024.3.5`, `20240305`, `2024 年 3 月 5 日`, in full width too, with or without a time behind; or the day as Excel counts it. */
function dayIn(written: string, from1904: boolean): CivilDate | undefined {
  const said = foldText(written)
    .letters.trim()
    .replace(/ *([-/.年月日]) */g, '$1')
    .trim();
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(said);
  if (serial) return dayOfSerial(Number(serial[1]), from1904);
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(said);
  const parts = whole ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(said);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  return parseCivilDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
}

/** Days of this century; others are numbers of something else. A cell that was not told to show a day holds no more than this. */
function dayOfSerial(serial: number, from1904: boolean): CivilDate | undefined {
  const days = serial + (from1904 ? 1_462 : 0);
  return days >= 36_526 && days <= 73_050 ? addDays(civil('2000-01-01'), days - 36_526) : undefined;
}
