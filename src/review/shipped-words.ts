/**
 * 随附词库: a small neutral list that every county starts with: words commonly mistyped, names of institutions the reforms of 2018, 2021 and
 * 2023 have ended, words about people that the law has replaced, and a few that never belong on a government's site. Entries are added by a
 * county in its own list, never here.
 */
import type { WordCategory, Wording, WordList } from './wording.ts';

const wordsOf = (category: WordCategory, entries: readonly (readonly [word: string, instead: string | null])[]) =>
  entries.map(([word, instead]): Wording => ({ word, category, instead }));

const MISSPELT = wordsOf('misspelt', [
  ['截止目前', '截至目前'],
  ['按装', '安装'],
  ['做为', '作为'],
  ['帐户', '账户'],
  ['帐号', '账号'],
  ['按排', '安排'],
  ['布署', '部署'],
  ['既使', '即使'],
  ['以经', '已经'],
  ['因该', '应该'],
  ['签定', '签订'],
  ['报消', '报销'],
  ['防碍', '妨碍'],
  ['松驰', '松弛'],
  ['侯选人', '候选人'],
  ['侯补', '候补'],
  ['侯车室', '候车室'],
  ['座落', '坐落'],
  ['震憾', '震撼'],
  ['粗旷', '粗犷'],
  ['针贬', '针砭'],
  ['脉博', '脉搏'],
  ['气慨', '气概'],
  ['凑和', '凑合'],
  ['重迭', '重叠'],
  ['寒喧', '寒暄'],
  ['精萃', '精粹'],
  ['欢渡', '欢度'],
  ['幅射', '辐射'],
  ['辐员辽阔', '幅员辽阔'],
  ['水笼头', '水龙头'],
  ['再接再励', '再接再厉'],
  ['迫不急待', '迫不及待'],
  ['一愁莫展', '一筹莫展'],
  ['甘败下风', '甘拜下风'],
  ['融汇贯通', '融会贯通'],
  ['名列前矛', '名列前茅'],
  ['世外桃园', '世外桃源'],
  ['相形见拙', '相形见绌'],
  ['鼎立相助', '鼎力相助'],
  ['谈笑风声', '谈笑风生'],
  ['首曲一指', '首屈一指'],
  ['趋之若骛', '趋之若鹜'],
  ['不径而走', '不胫而走'],
  ['出奇不意', '出其不意'],
  ['穿流不息', '川流不息'],
  ['坚如盘石', '坚如磐石'],
  ['一如继往', '一如既往'],
  ['再所难免', '在所难免'],
  ['走头无路', '走投无路'],
  ['默守成规', '墨守成规'],
]);

const OUTDATED = wordsOf('outdated', [
  ['国土资源部', '自然资源部'],
  ['国土资源局', '自然资源局'],
  ['环境保护部', '生态环境部'],
  ['环境保护局', '生态环境局'],
  ['工商行政管理局', '市场监督管理局'],
  ['质量技术监督局', '市场监督管理局'],
  ['食品药品监督管理局', '市场监督管理局'],
  ['卫生和计划生育委员会', '卫生健康委员会'],
  ['卫生和计划生育局', '卫生健康局'],
  ['安全生产监督管理局', '应急管理局'],
  ['扶贫开发办公室', '农业农村部门'],
  ['中国银行保险监督管理委员会', '国家金融监督管理总局'],
]);

const DISRESPECTFUL = wordsOf('disrespectful', [
  ['残废人', '残疾人'],
  ['瞎子', '视力残疾人'],
  ['聋哑人', '听力残疾人、言语残疾人'],
  ['弱智', '智力残疾'],
  ['精神病人', '精神障碍患者'],
]);

const FORBIDDEN = wordsOf('forbidden', [
  ['大麻', null],
  ['口交', null],
  ['裸聊', null],
  ['色情网站', null],
  ['博彩平台', null],
]);

export const SHIPPED_WORDS: WordList = {
  words: [...MISSPELT, ...OUTDATED, ...DISRESPECTFUL, ...FORBIDDEN],
  allowed: [
    ...['手按装置'],
    ...['大麻烦', '大麻哈鱼', '工业大麻', '大麻风', '大麻纤维'],
    ...[
      '路口交',
      '出口交',
      '进口交',
      '窗口交',
      '港口交',
      '人口交',
      '门口交',
      '接口交',
      '关口交',
      '河口交',
      '渡口交',
      '村口交',
    ],
    ...['禁种大麻', '叫做为', '当做为', '看做为'],
  ],
};
