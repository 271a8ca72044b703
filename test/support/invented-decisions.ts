/** 虚构的许可登记表: as many sound rows as asked for, by code of the standard, with faults planted at places that are told. */
import { creditCodeFrom } from '../../src/enforcement/decisions/credit-code.ts';
import { DECISION_FIELDS } from '../../src/enforcement/decisions/fields.ts';
import type { SheetRow } from '../../src/enforcement/decisions/read-decisions.ts';

export const LICENCE_CODES = DECISION_FIELDS.licensing.map(({ code }) => code);

const creditCode = (n: number) => {
  return creditCodeFrom(`91150924MA0${String(n).padStart(5, '0')}`);
};
const OFFICE = creditCode(99_999);

/** Identity numbers that no person has: the place 999999 does not exist. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function identity(n: number): string {
  const body = `99999919900101${String(n % 1_000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((whole, weight, i) => whole + weight * Number(body[i]), 0);
  return body + '10X98765432'[sum % 11];
}

function licence(n: number): Record<string, string> {
  const person = n % 5 === 0;
  const day = `2024-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
  return {
    XK_XDR_MC: person ? `某户${n}` : `示范县第${n}商贸有限公司`,
    XK_XDR_LB: person ? '自然人' : '法人及非法人组织',
    ...(person
      ? { XK_XDR_ZJLX: '身份证', XK_XDR_ZJHM: identity(n) }
      : { XK_XDR_SHXYM: creditCode(n), XK_FRDB: '某人' }),
    XK_XKWS: '食品经营许可决定书',
    XK_WSH: `示市监许字〔2024〕${n}号`,
    XK_XKLB: '普通',
    XK_NR: '准予食品销售，经营场所示范县民主路。',
    XK_JDRQ: day,
    XK_YXQZ: day,
    XK_YXQZI: '2029-12-31',
    XK_XKJG: '示范县市场监督管理局',
    XK_XKJGDM: OFFICE,
    XK_ZT: '1',
    XK_LYDW: '示范县市场监督管理局',
    XK_LYDWDM: OFFICE,
  };
}

export interface PlantedFault {
  /** As the validator must name it. */
  readonly where: string;
}

/** What can be wrong with a row, and in which column it must be told. */
const FAULTS: readonly { readonly code: string; readonly value: string; readonly column: string }[] = [
  { code: 'XK_XDR_MC', value: '', column: '行政相对人名称' },
  { code: 'XK_XDR_LB', value: '企业', column: '行政相对人类别' },
  { code: 'XK_JDRQ', value: '2024-02-30', column: '许可决定日期' },
  { code: 'XK_JDRQ', value: '2099-01-01', column: '许可决定日期' },
  { code: 'XK_YXQZI', value: '暂定', column: '有效期至' },
  { code: 'XK_YXQZI', value: '2001-01-01', column: '有效期至' },
  { code: 'XK_XKJGDM', value: '91150924MA0000001A', column: '许可机关统一社会信用代码' },
  { code: 'XK_WSH', value: '', column: '行政许可决定文书号' },
  { code: 'XK_NR', value: '长'.repeat(4_001), column: '许可内容' },
  { code: 'XK_ZT', value: '', column: '当前状态' },
];

/** The head and `lines` rows; every so many rows one is at fault. */
export function inventedLicences(lines: number, faults = 0): { rows: SheetRow[]; planted: PlantedFault[] } {
  const every = faults === 0 ? Number.POSITIVE_INFINITY : Math.floor(lines / faults);
  const planted: PlantedFault[] = [];
  const rows = Array.from({ length: lines }, (_, n): SheetRow => {
    const at = n + 2;
    const row = licence(n);
    if (n % every === every - 1 && planted.length < faults) {
      const { code, value, column } = FAULTS[planted.length % FAULTS.length]!;
      row[code] = value;
      planted.push({ where: `第 ${at} 行“${column}”` });
    }
    return { at, texts: LICENCE_CODES.map((code) => row[code] ?? '') };
  });
  return { rows: [{ at: 1, texts: LICENCE_CODES }, ...rows], planted };
}
