/** 监督保障的年度件数 [SUP-85]: what of the year is counted, each with the records behind it. */
export const SUPERVISION_FIGURES = {
  patrols: { term: '签了的巡查单张数', measure: '张', says: '巡查的日子在这一年、已经签了的巡查单，补签的也计。' },
  tickets: { term: '开出的整改单张数', measure: '张', says: '在这一年开出的整改单，一个站点一种问题一张。' },
  closed: { term: '销号的整改单张数', measure: '张', says: '在这一年由系统复查合格销号、现在仍然销号的整改单。' },
  trainings: { term: '举办培训期数', measure: '期', says: '举办日期在这一年的培训，取消的不计。' },
  persons: {
    term: '培训到场人次',
    measure: '人次',
    says: '举办日期在这一年的培训到场的人，没有账号的按登记的人数计。',
  },
  workPoints: { term: '列入工作要点项数', measure: '项', says: '这一年的工作要点，撤销的不计。' },
  pointsDone: { term: '完成工作要点项数', measure: '项', says: '这一年的工作要点里已经报告完成的，撤销的不计。' },
} as const;

export type SupervisionFigure = keyof typeof SUPERVISION_FIGURES;
export const SUPERVISION_FIGURE_NAMES = Object.keys(SUPERVISION_FIGURES) as SupervisionFigure[];
export type SupervisionCounts = Readonly<Record<SupervisionFigure, number>>;
