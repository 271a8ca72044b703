import { describe, expect, it } from 'vitest';
import { applicationOffice } from '../../../test/support/application-office.ts';
import { testDatabase } from '../../../test/support/database.ts';
import type { Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { noteSilences, remindTasks } from '../../requests/store/reminders.ts';
import type { InboxView, OwedView, TasksView, TaskView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const { office, applyOnline, fileOf, act, answer, volumeOf } = await applicationOffice(db);

const ASK = { to: 'town', what: '请检索青石路的合同', dueOn: '2026-03-12' };
async function asked(what = ASK.what) {
  const held = await applyOnline('2026-03-02');
  await act(held.id, '2026-03-04', 'sendTask', { ...ASK, what });
  return held;
}
const at = (id: string, n = 2) => `/api/tasks/${id}/${n}`;
const see = (id: string, who: Who = 'liaison') => office.as(who).get(at(id));
const taskOf = async (id: string): Promise<TaskView> => (await see(id)).json();
const take = (id: string, sent: object, who: Who = 'liaison') => office.as(who).post(`${at(id)}/acts`, sent);

const upload = (id: string, who: Who = 'liaison') => send(`${at(id)}/files`, who);

async function send(url: string, who: Who) {
  const payload =
    '--xxxx\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n%%EOF\n\r\n--xxxx--\r\n';
  return office.desk.inject({
    method: 'POST',
    url,
    headers: {
      cookie: await office.cookieOf(who),
      [CONSOLE_HEADER]: 'true',
      'content-type': 'multipart/form-data; boundary=xxxx',
    },
    payload,
  });
}

describe('the liaison of the asked agency', () => {
  it('REQ-81 sees what is asked and nothing else of the file, answers with text and a file', async () => {
    const { id } = await asked();
    office.on('2026-03-05');
    const task = await taskOf(id);
    expect(task).toMatchObject({ what: ASK.what, from: '示范县人民政府', mayReceive: true, mayAnswer: true });
    expect(JSON.stringify(task)).not.toMatch(/何以明|13800000001|民主路/);
    expect((await take(id, { seen: task.seen, act: { verb: 'receiveTask', on: '2026-03-05' } })).statusCode).toBe(200);
    expect((await upload(id)).statusCode).toBe(200);
    const received = await taskOf(id);
    expect(received.files).toMatchObject([{ name: 'a.pdf' }]);
    const reply = { verb: 'answerTask', on: '2026-03-05', text: '合同见附件' };
    const sent = { seen: received.seen, act: reply, fileIds: [received.files[0]!.id] };
    expect((await take(id, sent)).json()).toMatchObject({ state: '已回复，待确认', mayAnswer: false });
    // The second click.
    expect((await take(id, sent)).json()).toMatchObject({ code: 'STALE' });
    const inbox: InboxView = (await office.as('handler').get('/api/inbox')).json();
    expect(inbox.mine.find(({ step }) => step === '确认协办结果')).toMatchObject({ path: `/requests/${id}` });
    const download = `${at(id)}/files/${received.files[0]!.id}`;
    expect((await office.as('liaison').get(download)).statusCode).toBe(200);
    expect((await office.as('otherLiaison').get(download)).statusCode).not.toBe(200);
  });

  it('REQ-81 a task is stale by its own steps only, not by what else happens to the file', async () => {
    const { id } = await asked();
    const { seen } = await taskOf(id);
    await act(id, '2026-03-05', 'consultAgency', { name: '某局', about: '可否公开' });
    expect((await take(id, { seen, act: { verb: 'receiveTask', on: '2026-03-05' } })).statusCode).toBe(200);
  });

  it('REQ-82 what is due comes first in his list and his inbox', async () => {
    const { id } = await asked('请检索急件');
    office.on('2026-03-13');
    const { lines }: TasksView = (await office.as('liaison').get('/api/tasks')).json();
    expect(lines.find(({ requestId }) => requestId === id)).toMatchObject({ light: 'overdue', workdaysLeft: -1 });
    const { mine }: InboxView = (await office.as('liaison').get('/api/inbox')).json();
    expect(mine.find(({ path }) => path === `/tasks/${id}/2`)).toMatchObject({ light: 'overdue', step: '回复协办' });
  });
});

describe('files of a task', () => {
  it('REQ-81 what lies in the file for a task goes with it, and the liaison fetches it', async () => {
    const held = await applyOnline('2026-03-02');
    expect((await send(`/api/requests/${held.id}/files?purpose=task`, 'handler')).statusCode).toBe(200);
    await act(held.id, '2026-03-04', 'sendTask', ASK);
    const { files } = await taskOf(held.id);
    expect(files).toMatchObject([{ name: 'a.pdf', removable: false }]);
    expect((await office.as('liaison').get(`${at(held.id)}/files/${files[0]!.id}`)).statusCode).toBe(200);
  });

  it('REQ-81 a file of another task goes with no answer of this one, and is not to be had here', async () => {
    const { id } = await asked();
    await act(id, '2026-03-05', 'sendTask', { ...ASK, what: '请检索另一份' });
    await upload(id);
    const [file] = (await taskOf(id)).files;
    const other = `/api/tasks/${id}/3`;
    const { seen }: TaskView = (await office.as('liaison').get(other)).json();
    const sent = { seen, act: { verb: 'answerTask', on: '2026-03-05', text: '好' }, fileIds: [file!.id] };
    expect((await office.as('liaison').post(`${other}/acts`, sent)).json()).toMatchObject({ code: 'FIL-10' });
    expect((await office.as('liaison').get(`${other}/files/${file!.id}`)).statusCode).toBe(404);
    const remove = async (who: Who) =>
      office.desk.inject({
        method: 'DELETE',
        url: `${at(id)}/files/${file!.id}`,
        headers: { cookie: await office.cookieOf(who), [CONSOLE_HEADER]: 'true' },
      });
    for (const who of ['otherLiaison', 'handler', 'idle'] as const)
      expect([403, 404]).toContain((await remove(who)).statusCode);
    expect((await remove('liaison')).json()).toMatchObject({ files: [] });
  });

  it('REQ-82 a task left over from a file that was withdrawn still stands on the board', async () => {
    const { id } = await asked('请检索撤回的那件');
    await act(id, '2026-03-05', 'withdraw', { outcome: 'withdrawn', why: '书面撤回' });
    const { groups }: OwedView = (await office.as('officeHead').get('/api/owed')).json();
    expect(groups.flatMap(({ lines }) => lines).some(({ requestId }) => requestId === id)).toBe(true);
  });
});

describe('who may not', () => {
  it('REQ-81 another agency, another role, a number that is no task, somebody without a session', async () => {
    const { id } = await asked();
    const sent = { seen: 2, act: { verb: 'answerTask', on: '2026-03-05', text: '好' } };
    for (const who of ['otherLiaison', 'handler', 'officeHead', 'auditor', 'stranger', 'idle'] as const) {
      expect([403, 404]).toContain((await see(id, who)).statusCode);
      expect([403, 404]).toContain((await take(id, sent, who)).statusCode);
      expect([403, 404]).toContain((await upload(id, who)).statusCode);
    }
    expect((await office.as('liaison').get(at(id, 1))).statusCode).toBe(404);
    expect((await office.as('liaison').get(at('nowhere'))).statusCode).toBe(404);
    for (const url of ['/api/tasks', '/api/owed', at(id)]) expect((await office.nobody.get(url)).statusCode).toBe(401);
    expect((await fileOf(id)).tasks).toMatchObject([{ state: '待接收' }]);
  });

  it('REQ-81 the liaison reads no file, no identity, no letter, no other attachment, and acts on nothing else', async () => {
    const { id } = await asked();
    const liaison = office.as('liaison');
    for (const url of ['', '/files', '/files/x'])
      expect((await liaison.get(`/api/requests/${id}${url}`)).statusCode).not.toBe(200);
    for (const [url, body] of [
      ['identity', { reason: 'contact' }],
      ['letters/2/coWork/pdf', {}],
      ['volume', {}],
      ['acts', { seen: 2, act: { verb: 'acceptTask', on: '2026-03-05', task: 2 } }],
    ] as const)
      expect((await liaison.post(`/api/requests/${id}/${url}`, body)).statusCode).not.toBe(200);
    expect((await liaison.get('/api/owed')).statusCode).toBe(403);
    expect((await liaison.get('/api/requests')).statusCode).toBe(403);
  });
});

describe('a file that needs two departments and a co-producer', () => {
  it('ARC-1 REQ-82 REQ-84: one late and reminded, the other silent and confirmed, to the archived volume', async () => {
    const { id } = await asked('请检索会议纪要');
    await act(id, '2026-03-04', 'consultCoProducer', { name: '联合发文的局', about: '联合通知' });
    await act(id, '2026-03-05', 'recordReceived', { paper: 3 });
    // Off over the weekend: one reminder for each stage, however often it is swept.
    office.on('2026-03-10');
    expect(await remindTasks(office.house, KEYS)).toBeGreaterThan(0);
    expect(await remindTasks(office.house, KEYS)).toBe(0);
    office.on('2026-03-16');
    await remindTasks(office.house, KEYS);
    expect((await fileOf(id)).tasks).toMatchObject([{ reminders: 2, late: true }]);
    const { groups }: OwedView = (await office.as('officeHead').get('/api/owed')).json();
    expect(groups[0]).toMatchObject({ name: '河东镇人民政府' });
    expect(groups.find(({ name }) => name === '联合发文的局')!.lines).toMatchObject([{ kind: '共同制作机关意见' }]);
    office.on('2026-03-27');
    expect(await noteSilences(office.house, KEYS)).toBe(1);
    expect(await noteSilences(office.house, KEYS)).toBe(0);
    expect((await fileOf(id)).next).toMatchObject({ verb: 'confirmSilence' });
    await act(id, '2026-03-27', 'confirmSilence', { consultation: 3 });
    const { seen } = await taskOf(id);
    await take(id, { seen, act: { verb: 'answerTask', on: '2026-03-27', text: '没有检索到' } });
    await act(id, '2026-03-27', 'acceptTask', { task: 2 });
    await answer(id, '2026-03-27', 'notHeld');
    const names = await volumeOf({ id, queryNumber: '', code: '' });
    expect(names.some((name) => name.includes('协办函'))).toBe(true);
    // REQ-99
    expect(names.filter((name) => name.startsWith('协办/'))).toEqual([expect.stringMatching(/^协办\/\d+ 协办\.pdf$/)]);
  });
});

describe('what is told about days', () => {
  it('REQ-97 REQ-80 the usual day stands on the form; one after that of the reply goes out and is told', async () => {
    const { id } = await applyOnline('2026-03-02');
    office.on('2026-03-04');
    expect(await fileOf(id)).toMatchObject({ usualTaskDay: '2026-03-11', line: { dueOn: '2026-03-30' } });
    await act(id, '2026-03-04', 'sendTask', { ...ASK, dueOn: '2026-03-31' });
    await act(id, '2026-03-04', 'sendTask', { ...ASK, what: '请检索补充协议', dueOn: '2026-03-30' });
    expect((await fileOf(id)).tasks.map(({ afterReply }) => afterReply)).toEqual([true, false]);
    const { groups }: OwedView = (await office.as('officeHead').get('/api/owed')).json();
    const told = groups.flatMap(({ lines }) => lines).filter(({ requestId }) => requestId === id);
    expect(told.map(({ then }) => then)).toEqual(['', '协办期限晚于应答复日 2026-03-30，答复不会等它']);
  });

  it('REQ-98 the board says what silence will cause, and from which day', async () => {
    const { id } = await applyOnline('2026-03-02');
    await act(id, '2026-03-04', 'consultCoProducer', { name: '共同制作的局', about: '联合通知' });
    await act(id, '2026-03-04', 'consultThirdParty', { name: '某公司', about: '施工图' });
    await act(id, '2026-03-04', 'consultAgency', { name: '某局', about: '年份' });
    await act(id, '2026-03-05', 'recordReceived', { paper: 2 });
    const { groups }: OwedView = (await office.as('officeHead').get('/api/owed')).json();
    const told = (name: string) =>
      groups.find((one) => one.name === name)!.lines.find(({ requestId }) => requestId === id)!.then;
    expect(told('共同制作的局')).toBe('2026年3月27日 周五 起仍没有意见的，视为同意公开');
    expect(told('某公司')).toMatch(/^先登记对方收到之日/);
    expect(told('某局')).toMatch(/不产生后果/);
  });
});
