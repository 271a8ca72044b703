/** 结果等级: of several marks the worst decides. */
import { FINDING_KINDS, type Grade, type Mark } from './finding-kinds.ts';

const WORST_FIRST: readonly Grade[] = ['danger', 'broken', 'botWall', 'caution', 'notLooked'];

export function gradeOf(marks: readonly Mark[]): Grade {
  const grades = new Set<Grade>(marks.map(({ kind }) => FINDING_KINDS[kind].grade));
  return WORST_FIRST.find((grade) => grades.has(grade)) ?? 'ok';
}
