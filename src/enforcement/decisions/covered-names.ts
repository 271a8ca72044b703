/**
 * 隐去自然人姓名 [ENF-18]: who of a decision is a person — the one it is about, and who stands for a firm or a household — and a text without their names,
 * however these are parted or written. A family name is told; a name of one letter is no more than that.
 */
import { coverStretches, foldText, type Stretch, stretchOf } from '../../review/folded-text.ts';
import { type DecisionKindName, KEY_FIELDS, type SubjectKind } from './fields.ts';

/** What is asked of a decision. */
export interface Named {
  readonly kind: DecisionKindName;
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  readonly shown: Readonly<Record<string, string>>;
}

/** Names to be covered, the longest first. */
export function personsIn({ kind, subject, subjectKind, shown }: Named): string[] {
  const stands = shown[KEY_FIELDS[kind].standsFor] ?? '';
  const isPerson = subjectKind === '自然人' || (subjectKind === '个体工商户' && isBareName(subject));
  return [...(isPerson ? namesOf(subject) : []), ...namesOf(stands).filter((name) => !ORGANISATION.test(name))].sort(
    (a, b) => b.length - a.length,
  );
}

const ORGANISATION = /公司|企业|合伙|集团|中心|委员会|事务所|合作社/;
/** 字号 that a shop has at its end; without one a household of up to four letters is called after its owner. */
const SHOP = /[店行部社厂场院馆堂坊所家铺室吧苑园城屋站摊点队居楼轩阁斋记号庄司局会队处校]$/;
const BARE = /^[\p{sc=Han}·]{2,4}$|^[\p{sc=Han}]{1,8}(?:·[\p{sc=Han}]{1,8})+$/u;

function isBareName(subject: string): boolean {
  const name = compact(subject);
  return BARE.test(name) && !SHOP.test(name);
}

/** 张三、李四等三人 → 张三, 李四. */
function namesOf(said: string): string[] {
  return said
    .split(/[、，,;；/／\n（）()]/)
    .map((part) => part.trim().replace(/等[一二三四五六七八九十\d]*人?$/, ''))
    .filter((part) => part !== '');
}

/** Letters a name is told by: neither spaces nor what parts it, and neither case. */
function compact(name: string): string {
  return foldText(name).letters.replace(PARTS, '').toLowerCase();
}

const PARTS = /[\s·.*_-]/g;

/** @param spared stands as it is: the registered name of a firm may have its owner's in it, and is told by law */
export function coverNames(text: string, names: readonly string[], spared = ''): string {
  if (spared !== '' && text.includes(spared))
    return text
      .split(spared)
      .map((part) => coverNames(part, names))
      .join(spared);
  const all = compact(text);
  // Most texts name nobody: where each letter stands is asked only of those that do.
  const sought = names.map(compact).filter((name) => [...name].length > 1 && all.includes(name));
  const labelled = afterLabels(text);
  if (sought.length === 0 && labelled.length === 0) return text;
  const { letters, placeOf } = withoutParts(text);
  const found = sought.flatMap((name) => placesOf(letters, name).map((from) => placeOf(from, from + name.length)));
  return coverStretches(text, [...found, ...labelled], coveredName);
}

function withoutParts(text: string) {
  const folded = foldText(text);
  const kept = [...folded.letters.matchAll(/[^\s·.*_-]/g)];
  return {
    letters: kept
      .map(([letter]) => letter)
      .join('')
      .toLowerCase(),
    placeOf: (from: number, to: number) => stretchOf(folded, kept[from]!.index, kept[to - 1]!.index + 1),
  };
}

function placesOf(letters: string, name: string): number[] {
  const places: number[] = [];
  for (let at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) places.push(at);
  return places;
}

/** 当事人：李四，… — somebody the register has no column for. */
const LABELLED =
  /(?:姓名|经营者|负责人|法定代表人|当事人|申请人|被许可人|驾驶员|驾驶人|联系人|户主|业主|经办人)[:： ]+([\p{sc=Han}·]{2,4})(?=$|[，,。；;、（(\s])/gu;

/** Every label has one of these. */
const LABEL = /[名者人员主]/;

function afterLabels(text: string): Stretch[] {
  if (!LABEL.test(text)) return [];
  const folded = foldText(text);
  return [...folded.letters.matchAll(LABELLED)]
    .filter(([, name]) => !SHOP.test(name!))
    .map(({ 0: all, 1: name, index }) => stretchOf(folded, index + all.length - name!.length, index + all.length));
}

/** 张三 → 张*, 欧阳小满 → 欧***, 张 三 → 张*. */
export function coveredName(name: string): string {
  const [first = '', ...rest] = [...foldText(name).letters.replace(PARTS, '')];
  return first + '*'.repeat(Math.max(1, rest.length));
}

/** A person as the heads of pages and lists tell him. */
export function coveredSubject(subject: string): string {
  return namesOf(subject).map(coveredName).join('、');
}
