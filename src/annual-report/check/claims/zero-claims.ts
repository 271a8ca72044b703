/** 未发生、没有收到、无: words that state a figure of 0. */
import type { ReportFigures } from '../../report.ts';
import type { Scope } from './agency-scope.ts';
import { applicationTopic } from './application-topic.ts';
import type { Passage } from './passage.ts';
import { remediesIn, remedyTopic } from './remedy-topic.ts';
import type { TextClaim } from './text-claims.ts';

const NEGATED =
  /(?:未|没有|无|尚未|暂未|暂无)(?:再)?(?:收到|接到|接收|受理|发生|产生|出现|引发|涉及|引起|有|被提起)?(?:过|到|任何|因|由|针对|涉及)?([^,;。]*)/;
const NONE_AFTER = /^(.*?)(?:均|都)?(?:未发生|没有发生|未产生|为零|为0(?!\d)|没有|未出现)$/;
/** The words are about some of them (纠错, 逾期, 网上), or about something else. */
const QUALIFIED =
  /纠|败诉|赔偿|撤销|责令|逾期|超期|超时|违法|应公开|不规范|重复|投诉(?![^,;。]*(?:复议|诉讼))|网上|线上|信函|当面|渠道|收费|费/;
const REMEDY_END =
  /(?:复议|诉讼|应诉)(?:案件|申请|案|情况|情形|现象|事项|事件|事|的|发生|等|和|及|与|或|、|行政|被|提起)*$/;
const APPLICATION_END =
  /(?:申请|结转|来信|公开(?:政府)?信息|公开的(?:政府)?信息|依申请公开)(?:件|案件|事项|情况|的|等|发生)*$/;

export function zeroClaimsIn(
  passage: Passage,
  figures: ReportFigures,
  scopeOf: (context: string) => Scope,
  isOfYear: (before: string, label: string) => boolean,
): TextClaim[] {
  const documents = noDocumentsMade(passage, figures, scopeOf, isOfYear);
  if (documents.length > 0) return documents;
  const about = passage.onRequest || /信息公开|依申请|公开申请/.test(passage.plain);
  if (!about) return [];
  let offset = 0;
  const plain = spelledOut(passage.plain);
  return plain.split(/(?<=[,;。:])/).flatMap((piece): TextClaim[] => {
    const context = plain.slice(0, offset + piece.length);
    offset += piece.length;
    const clause = piece.replace(/\([^)]*\)/g, '').replace(/[,;。:]$/, '');
    const thing = thingDenied(clause);
    if (thing === undefined || QUALIFIED.test(thing) || !isOfYear(context, '')) return [];
    const claim = (code: 'TXT_T3' | 'TXT_T4', name: string, readings: TextClaim['readings']): TextClaim[] =>
      readings.length === 0 ? [] : [{ code, passage, name, stated: 0, readings, scope: scopeOf(context) }];
    if (REMEDY_END.test(thing) && remediesIn(thing).length > 0) {
      return remediesIn(thing)
        .filter(
          (remedy, _, all) =>
            remedy !== 'postReviewLitigation' || all.length === 1 || !all.includes('directLitigation'),
        )
        .flatMap((remedy) => {
          const topic = remedyTopic(figures, remedy === 'review' ? '行政复议' : litigationWords(thing), []);
          return topic ? claim('TXT_T4', topic.name, topic.readings) : [];
        });
    }
    if (!APPLICATION_END.test(thing) || !/收|接|受理|无|没有|量|零|未发生/.test(clause)) return [];
    const topic = applicationTopic(figures, /结转/.test(thing) ? thing : '收到申请', false);
    return topic ? claim('TXT_T3', topic.name, topic.readings.slice(0, 1)) : [];
  });
}

/** 未制发行政规范性文件 */
function noDocumentsMade(
  passage: Passage,
  figures: ReportFigures,
  scopeOf: (context: string) => Scope,
  isOfYear: (before: string, label: string) => boolean,
): TextClaim[] {
  const made = figures.table2?.normativeDocuments.made ?? null;
  const said = /^(.*?)(?:未|没有)(?:新)?(?:制[发定订]|印发|出台)(?:过|任何)?(?:行政)?规范性文件(?=[,;。]|$)/.exec(
    passage.plain,
  );
  if (!said || made === null || !isOfYear(said[0], '')) return [];
  const readings = [{ name: '表二行政规范性文件本年制发件数', value: made, sameScope: true }];
  return [{ code: 'TXT_T2', passage, name: '制发行政规范性文件', stated: 0, readings, scope: scopeOf(said[1] ?? '') }];
}

/** “零申请”、零诉讼 */
function spelledOut(plain: string): string {
  return plain.replace(/[“"']?零(申请|复议|诉讼)(?!率)[”"']?(?=[,;。、]|$)、?/g, '未发生政府信息公开$1,');
}

/** What a clause says there is none of; a clause with a number of its own says something else. */
function thingDenied(clause: string): string | undefined {
  if (/\d/.test(clause.replace(/20\d\d年?|(?:为|是)0$/g, ''))) return undefined;
  const after = NONE_AFTER.exec(clause)?.[1];
  if (after !== undefined && after !== '') return after;
  const negated = NEGATED.exec(clause);
  return negated?.[1] === undefined || /(?:无法|无论|无偿|无障碍|无正当|无关|从无到|无须|无需)/.test(clause)
    ? undefined
    : negated[1];
}

function litigationWords(thing: string): string {
  const remedies = remediesIn(thing);
  if (remedies.length === 1 && remedies[0] === 'postReviewLitigation') return '复议后起诉';
  return remedies.length === 1 ? '未经复议直接起诉' : '行政诉讼';
}
