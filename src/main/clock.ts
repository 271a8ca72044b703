/** `gongkai clock`: the reply clock of one history or many, read from JSON. */
import { isRefusal, type Refusal } from '../statute/refusal.ts';
import { readHistory } from '../statute/reply-clock/read-history.ts';
import type { Reckoning } from '../statute/reply-clock/reckoning.ts';
import { replyDue } from '../statute/reply-clock/reply-due.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { type Command, type Io, unknownOption } from './command.ts';
import { readJsonFile } from './json-file.ts';

const usage = `用法：gongkai clock 文件.json        （- 表示从标准输入读取）

按《条例》第三十条至第三十五条计算一件申请的答复期限。文件里写一件申请的经过，或者由多件组成的数组：

{
  "receipt": { "channel": "registered-post", "submitted": "2026-03-01", "signedFor": "2026-03-02" },
  "events": [
    { "type": "third-party-asked", "on": "2026-03-09", "receivedOn": "2026-03-11", "who": "甲公司" },
    { "type": "third-party-answered", "on": "2026-03-20", "who": "甲公司" },
    { "type": "extended", "on": "2026-04-01", "approved": "2026-03-31", "workdays": 10 },
    { "type": "served", "on": "2026-04-20", "method": "post", "receivedOn": "2026-04-22" }
  ],
  "today": "2026-04-25"
}

渠道（channel）：counter 当面、oral 口头、registered-post 需签收的邮寄、ordinary-post 平信、web 门户、fax 传真、
  email 邮箱、other 其他。平信、传真、邮箱和其他渠道写明 confirmed（双方确认之日）才算收到；门户不写的，按自动回执。
事件（type）：
  correction-asked 补正告知（可写 receivedOn、workdays）      correction-received 收到补正
  third-party-asked、co-producer-asked、agency-asked 征求意见（可写 receivedOn、who）
  third-party-answered、co-producer-answered、agency-answered 收到意见（可写 who）
  consultation-withdrawn 撤回征求（可写 who）                extended 延期（workdays，可写 approved）
  fee-noticed 收费通知（可写 receivedOn）、fee-paid 缴清、fee-withdrawn 撤回通知
  delayed 延迟答复（until）    replied 签发    withdrawn 申请人撤回    abandoned 记为视为放弃
  served 送出（method: direct 直接、entrusted 委托、post 邮寄、electronic 电子；可写 receivedOn）
today 不写的，按今天计算。

输出 JSON：received 收到之日、due 应答复日（暂停、待补正、待缴费时为 null）、provisional 暂估、steps 阶梯、
sideClocks 旁边的期限、light 灯、late 是否超期、issues 提示。不可能的经过输出 { "refusal": { code, basis, says } }。
退出码：0 算出；1 有被拒绝的；2 文件读不了或者用法不对。

例：gongkai clock 经过.json`;

export const clock: Command = {
  usage,
  run: async (args, io) => {
    const wrong = unknownOption(args, []);
    if (wrong) return misused(io, `${wrong}\n\n${usage}`);
    const [path, ...rest] = args;
    if (path === undefined || rest.length > 0) return misused(io, `请给出一个 JSON 文件。\n\n${usage}`);
    const file = await readJsonFile(path, io);
    if ('says' in file) return misused(io, file.says);
    const { value } = file;
    return Array.isArray(value) ? answerEach(value, io) : answerOne(value, io);
  },
};

type Answer = Reckoning | { readonly refusal: Omit<Refusal, 'refused'> };

const SHAPE = '应当是一件申请的经过：{ "receipt": { … }, "events": [ … ] }。用 gongkai clock --help 查看写法。';

function answerOne(value: unknown, io: Io): number {
  const answer = answerTo(value, io);
  if (answer === undefined) return misused(io, SHAPE);
  io.out(JSON.stringify(answer, null, 2));
  return 'refusal' in answer ? 1 : 0;
}

/** Each is answered on its own, so that one bad record does not hide the others. */
function answerEach(values: readonly unknown[], io: Io): number {
  const answers = values.map(
    (value): Answer => answerTo(value, io) ?? { refusal: { code: 'HISTORY_SHAPE', basis: '', says: SHAPE } },
  );
  io.out(JSON.stringify(answers, null, 2));
  return answers.some((answer) => 'refusal' in answer) ? 1 : 0;
}

function answerTo(value: unknown, io: Io): Answer | undefined {
  const history = readHistory(value, io.today);
  if (history === undefined) return undefined;
  const answer = isRefusal(history) ? history : replyDue(history, builtInCalendar);
  if (!isRefusal(answer)) return answer;
  const { code, basis, says } = answer;
  return { refusal: { code, basis, says } };
}

function misused(io: Io, says: string): number {
  io.err(says);
  return 2;
}
