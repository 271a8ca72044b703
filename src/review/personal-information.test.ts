import { describe, expect, it } from 'vitest';
import { isIdentityNumber } from './number-forms.ts';
import { personalInformation } from './personal-information.ts';

const termsIn = (text: string) => personalInformation(text, 'bodyHtml').map(({ says }) => /^有(.+?)：/.exec(says)![1]);

/** A number whose check digit is right, from its first seventeen digits. */
const identity = (first: string) => [...'0123456789X'].map((digit) => first + digit).find(isIdentityNumber)!;
const NUMBER = identity('11010119900307123');

describe('REV-10 numbers of people', () => {
  it.each([
    ['plain', NUMBER],
    ['in full width', [...NUMBER].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')],
    ['parted by spaces', `${NUMBER.slice(0, 6)} ${NUMBER.slice(6, 14)} ${NUMBER.slice(14)}`],
    ['with a small x', identity('11010119900307109').toLowerCase()],
    ['between letters of Chinese', `身份证${NUMBER}号`],
  ])('an identity number %s', (_, text) => expect(termsIn(text)).toEqual(['居民身份证号码']));

  it.each([
    ['a wrong check digit', NUMBER.slice(0, 17) + (NUMBER[17] === '0' ? '1' : '0')],
    ['a day that does not exist', '110101199002301234'],
    ['a credit code', '91150924MA0N12345X'],
    ['an index number', '11150924MB0000000X/2024-00001'],
    ['more digits', `1${NUMBER}`],
    ['a masked number', `${NUMBER.slice(0, 3)}*************${NUMBER.slice(-2)}`],
  ])('is not %s', (_, text) => expect(termsIn(text)).not.toContain('居民身份证号码'));

  it.each([
    ['6222021234567890128', '银行卡号'],
    ['4111 1111 1111 1111', '银行卡号'],
    ['联系人王某，13812345678', '手机号码'],
    ['+86 138 1234 5678', '手机号码'],
    ['车牌蒙J·12345', '机动车号牌'],
    ['蒙JD12345', '机动车号牌'],
    ['住幸福小区3号楼2单元501室', '详细住址'],
  ])('%s: %s', (text, term) => expect(termsIn(text)).toEqual([term]));

  it.each([
    '4111 1111 1111 1112',
    '0471-6912345',
    '138****5678',
    '蒙政办发〔2024〕12号',
    '民主路3号',
    '中标金额 62000000 元',
  ])('%s is none', (text) => expect(termsIn(text)).toEqual([]));

  it('is never quoted whole, and its key is the same however it is written', () => {
    const [plain] = personalInformation(`申请人${NUMBER}。`, 'bodyHtml');
    expect(plain!.says).not.toContain(NUMBER.slice(6, 14));
    const [parted] = personalInformation(`${NUMBER.slice(0, 6)}-${NUMBER.slice(6)}`, 'title');
    expect(parted!.key).toBe(plain!.key);
  });

  it('finds each of many, once', () => expect(termsIn(`${NUMBER}\n13812345678\n${NUMBER}`)).toHaveLength(3));
});

const inArabic = (number: string) => number.replace(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure)));

describe('REV-10 numbers as people write and part them', () => {
  it.each([
    ['身份证号:110105194912310021', '居民身份证号码'],
    ['公民身份号码 110105491231002', '居民身份证号码'],
    [`${NUMBER.slice(0, 6)}\n${NUMBER.slice(6)}`, '居民身份证号码'],
    [`${NUMBER.slice(0, 6)}\n${NUMBER.slice(6, 14)}\n${NUMBER.slice(14)}`, '居民身份证号码'],
    [`1 ${NUMBER}`, '居民身份证号码'],
    ['联系电话:138123\n45678', '手机号码'],
    ['138.1234.5678', '手机号码'],
    ['138/1234/5678', '手机号码'],
    ['(138)12345678', '手机号码'],
    ['电话 0086 138 1234 5678', '手机号码'],
    ['tel:138-1234-5678', '手机号码'],
    ['护照号 E12345678', '出入境证件或者军官证号码'],
    ['港澳通行证 C12345678', '出入境证件或者军官证号码'],
    ['军官证号 军字第2001988号', '出入境证件或者军官证号码'],
    ['zhangsan1988@qq.com', '个人电子邮箱'],
    ['川A1234警', '机动车号牌'],
    ['WJ川12345', '机动车号牌'],
    ['家庭住址：青石镇柳湾村3组15号', '家庭住址'],
    ['户籍所在地：示例县青石镇柳湾村', '家庭住址'],
    ['住址为示例县城关镇人民路88号', '家庭住址'],
    ['王某，男，1988年生，住青石镇柳湾村15号', '家庭住址'],
    ['现住示例县草原镇巴音嘎查三组七号', '家庭住址'],
    ['在青石镇柳湾村3组15号建房', '详细住址'],
    ['青石镇柳湾村二组十五号', '详细住址'],
    ['护照号码：E 1234 5678', '出入境证件或者军官证号码'],
    ['港澳居民来往内地通行证号：H12345678', '出入境证件或者军官证号码'],
    ['台湾居民来往大陆通行证 12345678', '出入境证件或者军官证号码'],
    [`残疾人证号：${NUMBER}43`, '居民身份证号码'],
    [`${NUMBER} 43`, '居民身份证号码'],
    [`身份证${NUMBER.slice(0, 14)}**${NUMBER.slice(16)}`, '居民身份证号码'],
    [`${NUMBER.slice(0, 14)}****`, '居民身份证号码'],
    ['农村信用社存折账号：0212401180000012345', '银行卡号'],
    ['银行卡号：6228480012345678901', '银行卡号'],
    ['一卡通 6217 0001 2345 678', '银行卡号'],
    ['现住址为幸福家园6栋1203', '家庭住址'],
    ['身份证号：一三〇六二四一九七八〇三一五四二一八', '居民身份证号码'],
    ['身份证号：壹叁零陆贰肆壹玖柒捌零叁壹伍肆贰壹X', '居民身份证号码'],
    ['手机：一三八一二三四五六七八', '手机号码'],
    ['银行卡号：六二二八四八〇〇一二三四五六七八九〇', '银行卡号'],
    [`身份证：${inArabic(NUMBER)}`, '居民身份证号码'],
    ['130624197803154000', '居民身份证号码'],
    ['1.30624197803154E+17', '居民身份证号码'],
    ['身份证号\n130624780315421', '居民身份证号码'],
    ['QQ号：123456789', '个人的QQ号、微信号'],
    ['qq 123456789', '个人的QQ号、微信号'],
    ['微信号：zhangsan_1985', '个人的QQ号、微信号'],
    ['微信：zhangsan_1985', '个人的QQ号、微信号'],
    ['车牌 冀 F 1 2 3 4 5', '机动车号牌'],
    ['冀 F12345', '机动车号牌'],
  ])('%j: %s', (text, term) => expect(termsIn(text)).toEqual([term]));

  it.each([
    '投资13812345678元',
    '合计13812345678.00元',
    '采购编号 510682198001011233',
    '宗地代码 510682001001GB00001',
    '13900000001 号文件',
    '104.1234567,30.1234567',
    '面积 138123.45678 平方米',
    '138\n1234\n5678',
    'xxgk@shili.gov.cn',
    '青石镇柳湾村3组土地征收公告',
    '，住建局在柳湾村检查',
    '第3组15号选手',
    '企业住所：示例县青石镇工业园3号',
    '地址：示例县城关镇人民路88号',
    '统一社会信用代码：123456789012345678',
    '1101\n2026\n3007\n123456',
    '李家村三组12号水井维修工程',
    `${NUMBER.slice(0, 6)}********${NUMBER.slice(14)}`,
    `采购编号 ${identity('51068220240101123')}01`,
    '办理社保卡、一卡通，咨询电话 0312-7221234',
    '开户名：示例县财政局，账号：50123456789012345',
    '银行卡业务量 123456789 笔',
    '关注微信公众号：shilifabu',
    '政务微信号：shilifabu2024',
    '加入QQ群：123456789',
    'QQ在线咨询 8:30至17:30',
    '微信小程序 shilixxgk 上线',
    '身份证、户口簿一式二份，二〇二四年一月一日起',
    '电话由一号窗口二号窗口三号窗口办理',
    '更新 V20241 版',
    '青 A 级景区 1 2 3',
    '资金 130624200013994000 元以内',
    '1.30624E+17',
    '注册号\n130624600123456\n身份证',
    '130624780315421',
  ])('%j is none', (text) => expect(termsIn(text)).toEqual([]));
});

describe('REV-10 however they are written', () => {
  it.each([
    ['zero width', [...NUMBER].join('\u200b')],
    ['right to left', `\u202e${NUMBER.slice(0, 9)}\u200f${NUMBER.slice(9)}\u202c`],
    [
      'ideographic spaces and long dashes',
      `${NUMBER.slice(0, 6)}\u3000${NUMBER.slice(6, 14)}\u2014${NUMBER.slice(14)}`,
    ],
    ['behind letters', `ID${NUMBER}`],
    ['dots', `${NUMBER.slice(0, 6)}.${NUMBER.slice(6)}`],
    [
      'mathematical figures',
      [...NUMBER].map((d) => (/\d/.test(d) ? String.fromCodePoint(0x1d7ce + Number(d)) : d)).join(''),
    ],
  ])('%s', (_, text) => expect(termsIn(text)).toEqual(['居民身份证号码']));
});
