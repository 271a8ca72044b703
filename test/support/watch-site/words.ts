/** Sentences for invented pages: harmless, of many lengths, the same for the same seed; with things that look like faults and are none. */
const SUBJECTS = [
  '县农业农村局',
  '县住房和城乡建设局',
  '县教育局',
  '城关镇人民政府',
  '县水利局',
  '县卫生健康局',
  '县交通运输局',
];
const VERBS = ['组织召开', '研究部署', '扎实推进', '认真落实', '检查验收', '公布'];
const OBJECTS = [
  '春耕备耕工作',
  '农村公路养护工作',
  '老旧小区改造项目',
  '义务教育招生工作',
  '饮水安全工程',
  '防汛抢险演练',
  '政务服务事项',
];
const TRAPS = [
  '联系电话：0799—6661234。',
  '文件编号为 202411051234567890，请妥善保存。',
  '项目总投资 123456789012 元，已全部拨付。',
  '路口交通信号灯已经更换。',
  '本次审核结果截至目前没有异议。',
  '统一社会信用代码：11360321014600000X。',
];

export function random(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function paragraphs(next: () => number, count: number): string[] {
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!;
  return Array.from({ length: count }, () => {
    const sentences = Array.from(
      { length: 3 + Math.floor(next() * 4) },
      () => `${pick(SUBJECTS)}${pick(VERBS)}${pick(OBJECTS)}。`,
    );
    return `${sentences.join('')}${next() < 0.2 ? pick(TRAPS) : ''}`;
  });
}

export function headline(next: () => number, n: number): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!;
  return `${pick(SUBJECTS)}${pick(VERBS)}${pick(OBJECTS)}（之${n}）`;
}

/** A number of the form of 居民身份证号码 whose check digit holds; of nobody. */
export function identityNumber(n: number): string {
  const body = `360321199001${String((n % 28) + 1).padStart(2, '0')}${String(100 + (n % 900))}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
