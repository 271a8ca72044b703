/**
 * 行政规范性文件: three in force when the county opens, five made in the year, four that stopped, four in force at its end.
 * Each is named by a key, so that interpretations and repeals can point at it.
 */
export interface Normative {
  readonly key: string;
  readonly title: string;
  readonly docNo: string;
  readonly writtenOn: string;
  readonly publishedOn: string;
  readonly effectiveOn: string;
  readonly expiresOn: string | null;
  readonly topic: string;
  readonly genre: string;
  readonly rules: readonly string[];
}

const normative = (
  key: string,
  title: string,
  number: string,
  dates: readonly [written: string, published: string, effective: string, expires: string | null],
  topic: string,
  rules: readonly string[],
): Normative => ({
  key,
  title: `示例县人民政府关于印发《${title}》的通知`,
  docNo: `示政发${number}`,
  writtenOn: dates[0],
  publishedOn: dates[1],
  effectiveOn: dates[2],
  expiresOn: dates[3],
  topic,
  genre: '通知',
  rules,
});

/** In force when the county opens. */
export const BALANCE: readonly Normative[] = [
  normative(
    'parking-old',
    '示例县城区停车管理办法',
    '〔2019〕6号',
    ['2019-05-20', '2019-05-22', '2019-06-01', null],
    '城乡建设',
    ['城区道路临时停车位由县住房和城乡建设局统一施划。'],
  ),
  normative(
    'market-old',
    '示例县集贸市场管理暂行办法',
    '〔2022〕9号',
    ['2022-08-15', '2022-08-17', '2022-09-01', '2024-08-31'],
    '市场监管',
    ['集贸市场开办者应当设置公平秤和公示栏。'],
  ),
  normative(
    'housing-old',
    '示例县公共租赁住房管理办法',
    '〔2020〕3号',
    ['2020-03-10', '2020-03-12', '2020-04-01', null],
    '住房保障',
    ['公共租赁住房实行轮候制度，轮候期一般不超过三年。'],
  ),
];

/** Made in the year. */
export const MADE: readonly Normative[] = [
  normative(
    'parking-new',
    '示例县城区停车管理办法（修订）',
    '〔2024〕2号',
    ['2024-03-06', '2024-03-08', '2024-04-01', '2029-03-31'],
    '城乡建设',
    [
      '城区公共停车泊位信息接入县级停车信息平台并向公众公开。',
      '医院、学校周边设置限时免费停车位，单次不超过三十分钟。',
    ],
  ),
  normative(
    'livestock-trial',
    '示例县畜禽养殖场选址管理办法（试行）',
    '〔2024〕3号',
    ['2024-04-10', '2024-04-12', '2024-05-01', '2026-04-30'],
    '农业农村',
    ['养殖场与饮用水水源保护区的距离应当符合国家规定。'],
  ),
  normative(
    'housing-new',
    '示例县公共租赁住房管理办法（2024年）',
    '〔2024〕6号',
    ['2024-06-18', '2024-06-20', '2024-07-15', '2029-07-14'],
    '住房保障',
    ['轮候家庭的排序、配租结果在县政府门户网站公示不少于二十日。', '环卫工人、公交司机等单列房源。'],
  ),
  normative(
    'bus-subsidy',
    '示例县农村客运补贴资金管理办法',
    '〔2024〕8号',
    ['2024-09-02', '2024-09-04', '2024-10-01', '2029-09-30'],
    '交通运输',
    ['补贴资金按照通客车建制村数量和服务质量考核结果分配。'],
  ),
  normative(
    'livestock-new',
    '示例县畜禽养殖场选址管理办法',
    '〔2024〕11号',
    ['2024-11-11', '2024-11-13', '2024-12-01', '2029-11-30'],
    '农业农村',
    ['养殖场选址应当同时符合国土空间规划和畜牧业发展规划。', '选址意见在受理之日起十个工作日内作出。'],
  ),
];

/** What stopped in the year besides the one that runs out on 31 August: which, from when, and by which document. */
export const REPEALS: readonly { key: string; on: string; by: string }[] = [
  { key: 'parking-old', on: '2024-04-01', by: '示政发〔2024〕2号' },
  { key: 'housing-old', on: '2024-07-15', by: '示政发〔2024〕6号' },
  { key: 'livestock-trial', on: '2024-12-01', by: '示政发〔2024〕11号' },
];

export const RUNS_OUT = { key: 'market-old', on: '2024-09-01' } as const;
