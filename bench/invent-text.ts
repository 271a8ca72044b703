/** Invented officialese with the statistics that matter to a search: few words everywhere, many words seldom, names rarely. */
const SUBJECTS =
  '政府 工作 发展 建设 项目 管理 服务 企业 群众 安全 教育 农业 生态 环境 财政 医疗 就业 社会 保障 住房 交通 水利 林业 草原 畜牧 粮食 旅游 文化 体育 卫生 科技 人才 市场 监管 税务 审计 统计 民政 养老 残疾 妇女 儿童 青年 退役 军人 信访 司法 公安 消防 应急 气象 地震 自然 资源 土地 矿产 能源 电力 光伏 风电 供热 供水 供气 污水 垃圾 道路 桥梁 铁路 公路 物流 电商 金融 保险 信贷 融资 招商 投资 园区 工业 制造 商务 外贸 消费 价格 质量 标准 计量 知识 产权 专利 档案 党史 地方 宗教 民族 乡村 振兴 脱贫 移民 搬迁 危房 改造 厕所 合作 集体 承包 流转 宅基 耕地 种子 化肥 农机 马铃薯 燕麦 胡麻 蔬菜 肉羊 奶牛 疫病 防控 疫苗 接种 医院 药品 食品 餐饮 校园 幼儿 义务 高中 职业 培训 考试 招生 教师 学位 学费 补贴 救助 低保 特困 孤儿 殡葬 婚姻 户籍 身份 证件 许可 处罚 备案 登记 公证 仲裁 调解 法律 援助 普法 决策 规划 预算 决算 采购 招标 评标 合同 验收 绩效 考核 督查 巡察 整改'.split(
    ' ',
  );
const VERBS =
  '推进 加强 开展 落实 完善 提高 组织 召开 部署 研究 检查 调研 督促 协调 支持 鼓励 规范 优化 实施 启动 完成 公布 通报 印发 修订 废止 解读 答复 公示 征集 听取 审议 通过 批准 建立 健全 深化 巩固 拓展 保障'.split(
    ' ',
  );
const GLUE = '的 和 与 及 对 在 为 等 以 将 要 并 全县 各乡镇 有关部门 进一步 切实 全面 扎实 依法 及时'.split(' ');
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const GIVEN = Array.from({ length: 900 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7_919) % 20_000)));

export interface Random {
  /** In [0, 1). */
  next(): number;
  pick<T>(list: readonly T[]): T;
  /** Early entries far more often than late ones (Zipf). */
  often<T>(list: readonly T[]): T;
  weighted<A, B>(list: readonly (readonly [A, B, number])[]): readonly [A, B, number];
}

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    often: (list) => list[Math.floor((list.length + 1) ** next()) - 1]!,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, , weight]) => sum + weight, 0);
      for (const entry of list) {
        left -= entry[2];
        if (left < 0) return entry;
      }
      return list.at(-1)!;
    },
  };
}

export interface InventedText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Persons named in the text. */
  readonly people: readonly string[];
}

/** A title of some 20 and a text of some 800 characters. */
export function inventText(random: Random): InventedText {
  const phrase = () => random.often(VERBS) + random.often(SUBJECTS) + random.often(SUBJECTS);
  const clause = () => phrase() + random.often(GLUE) + phrase();
  const person = () => random.pick(SURNAMES) + random.pick(GIVEN) + (random.next() < 0.6 ? random.pick(GIVEN) : '');
  const people = random.next() < 0.5 ? [person()] : [];
  const paragraphs = Array.from({ length: 4 + Math.floor(random.next() * 6) }, () =>
    Array.from({ length: 4 + Math.floor(random.next() * 4) }, () => `${clause()},${clause()}。`).join(''),
  );
  const [first = '', ...rest] = paragraphs;
  const opening = people.map((name) => `${name}同志参加。`).join('') + first;
  const title = `关于${phrase()}${random.often(SUBJECTS)}${random.pick(['的通知', '的公告', '情况', '工作会议召开'])}`;
  return { title, paragraphs: [opening, ...rest], people };
}
