/**
 * 口径: whose figure the words before a number give, against whose the tables are: one agency's where the tables count the whole
 * government, or the whole county's in the report of one agency.
 */
import type { AgencyLevel } from '../agency-level.ts';
import { whoseFigure } from './whose-figure.ts';

/** 县政府办公室, 以县政府名义, 公安机关, 各部门, and any 局、街道、乡镇 that acts. */
const ONE_AGENCY = new RegExp(
  [
    '(?:[县区市州盟旗省]|人民)政府(?:及|和)?[^,;。]{0,6}?办(?:公室|公厅)?(?!理|结|件|事)|政府办公?室|[县区市州盟旗](?:人民)?政府(?:行政)?规范性文件|本级|代表[^,;。]{0,10}政府|受理点',
    '以[^,;。]{0,16}(?:名义|为(?:被申请人|被告))',
    '(?:公安|税务|司法|审计|综合(?:行政)?执法)(?:机关|部门|队伍?)',
    '(?:各|[县区市])(?:有关|相关|直属?|级)?(?:部门|单位)|[^,;。、\\d]{2,8}部门(?=办理|查处|作出|实施|收到|受理|共|全年)',
    '(?:^|[,;:。、由经对])(?:其中)?[^,;。、\\d全我本各]{1,10}(?:局|委员会|街道|镇|乡)(?!府)(?=[^,;。]{0,4}(?:收到|受理|共|办理|全年|新收|接收|作出|制发|办结|发生|答复|涉及|收取|被申请|被提起))',
  ].join('|'),
  'g',
);
const WHOLE =
  /政府及其?(?:所属|组成|各)?(?:部门|单位)|全[县市区旗州盟省]|我[县市区旗州盟]|各地各部门|各级(?:行政机关|政府|机关)|全系统/g;
/** 各部门、各乡镇 are the whole as well, unless the sentence has set one agency apart from them. */
const ALL_BELOW = /各(?:乡镇|镇街|街道)[^,;。]{0,8}部门|各部门[^,;。]{0,6}(?:乡镇|镇街|街道)/g;

/** 按照省政府办公厅要求: somebody who is obeyed, not somebody who did it. */
const OBEYED = /(?:按照|根据|依据|依照|落实|贯彻|执行|遵照|转发|上级|国务院|国家|省|报|经)[^,;。]*$/;

/** `loose`: something near what the table counts, and in either direction (documents put online); `another`: somebody else's. */
export type Scope = 'same' | 'narrower' | 'wider' | 'loose' | 'another';

export function scopeTold(level: AgencyLevel, unit: string | null): (context: string) => Scope {
  return (sentence) => {
    // A bracket that ended before the number lists agencies whose sum went before.
    const context = sentence.replace(/\([^()]*\)/g, '');
    const whole = [...context.matchAll(WHOLE)].at(-1);
    const since = whole ? context.slice(whole.index + whole[0].length) : context;
    if (level === 'department') {
      const whose = whoseFigure(since, unit);
      return whose === 'another' ? 'another' : whole && !whose ? 'wider' : 'same';
    }
    const below = [...since.matchAll(ALL_BELOW)];
    const isOne = [...since.matchAll(ONE_AGENCY)].some(
      ({ index }) =>
        !OBEYED.test(since.slice(0, index)) &&
        !below.some((all) => all.index <= index && index < all.index + all[0].length),
    );
    return isOne ? 'narrower' : 'same';
  };
}
