/**
 * 谁的数: in the report of a department, whether the words before a number speak of that department, of the whole county, or of
 * somebody else (another agency, a unit below, one above), whose applications its tables do not count.
 */

const VERB =
  '收到|受理|共|办理|全年|新收|接收|作出|制发|办结|发生|答复|涉及|收取|被申请|被提起|提出|提交|转|交办|的?申请';
const FOLLOWS = `(?=[^,;。\\d]{0,6}?(?:${VERB})|[^,;。\\d]{0,4}$)`;
const NAMED = new RegExp(
  `[^,;。、:\\d]{0,14}?(?:分?局|委员会|[县区市旗州健改]委|(?:府|委)办(?:公室|公厅)?|街道(?:办事处)?|(?<!乡)镇|乡(?!镇)|政府(?!信息|网|公报)|法院|检察院|医院|卫生院|[支大中]队|派出所|监督所)${FOLLOWS}`,
  'g',
);
const SELF = /[我本](?:局|委|办|厅|院|中心|队|站|所|街道|单位|机关|部门|行政机关|级|系统)/g;
const BELOW_OR_ABOVE = new RegExp(
  `受理点|(?:下属|所属|直属|下级|二级|基层|辖区|上级|其[他它余]|有关|相关|各|派驻)[^,;。\\d]{0,6}?(?:单位|部门|机关|机构|局|院|所|站|中心|乡镇|街道|镇街|镇|乡|学校|科室|股室)${FOLLOWS}|上级(?:转|交)办|受[^,;。\\d]{1,14}委托|代(?:表|为)?[^,;。\\d]{1,14}?(?:办理|答复)|以[^,;。\\d]{1,14}名义`,
  'g',
);

/** `own`: the department's; `another`: somebody else's; undefined: not told. The last that is named counts. */
export function whoseFigure(context: string, unit: string | null): 'own' | 'another' | undefined {
  const told = [
    ...[...context.matchAll(SELF)].map((match) => ({ end: endOf(match), own: true })),
    ...[...context.matchAll(NAMED)].map((match) => ({ end: endOf(match), own: isItself(match[0], unit ?? '') })),
    ...[...context.matchAll(BELOW_OR_ABOVE)].map((match) => ({
      end: endOf(match),
      own: match[0].search(SELF) > 0 && !/委托|代|名义|[下所直]属|[上下二]级|各/.test(match[0]),
    })),
  ];
  const last = told.reduce<(typeof told)[number] | undefined>(
    (latest, each) => (!latest || each.end > latest.end || (each.end === latest.end && each.own) ? each : latest),
    undefined,
  );
  return last && (last.own ? 'own' : 'another');
}

const endOf = (match: RegExpExecArray) => match.index + match[0].length;

/** 县卫健局 for 青禾县卫生健康局: the letters of the short name stand in the full one in the same order. */
function isItself(name: string, unit: string): boolean {
  if (/分局$/.test(unit) && !/分局$/.test(name)) return false;
  return isShortFor(name, unit) || (name.length > 3 && isShortFor(name.slice(-3), unit));
}

function isShortFor(name: string, unit: string): boolean {
  let from = 0;
  return [...name].every((letter) => {
    const at = unit.indexOf(letter, from);
    from = at + 1;
    return at >= 0;
  });
}
