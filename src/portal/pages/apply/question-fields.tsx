/** What each of the questions asks for. */
import { APPLICANT_KINDS } from '../../../requests/applicant-kinds.ts';
import { FORMS_WANTED } from '../../../requests/forms-wanted.ts';
import { ACTING, type ApplicationField, identityKindsFor, LONGEST } from '../../application-form.ts';
import { isOrganisation, type QuestionName } from '../../application-questions.ts';
import { Choices } from '../../components/choices.tsx';
import { errorOf } from '../../components/error-summary.tsx';
import { Select, TextArea, TextField } from '../../components/field.tsx';
import { HeldFiles, type WantedFile } from '../../components/held-files.tsx';
import type { AskedQuestion } from './question.tsx';

const MANDATE: WantedFile = {
  id: 'mandate',
  label: '授权委托书（代理的必须交）',
  hint: '写明代理人、代理的事项、权限和期限，由申请人签名或者盖章。',
};

/** 一起交的材料; the names are those that `apply.tsx` reads. */
const WANTED_FILES: readonly WantedFile[] = [
  {
    id: 'identityProof',
    label: '身份证明（可以不交）',
    hint: '身份证、营业执照等的照片或者扫描件。只有办理这件申请的人能看到，加密保存。',
  },
  { id: 'application', label: '说明所需信息的材料（可以不交）', hint: '例如见过的文件的照片、项目的位置图、清单。' },
];

/** 个人, and the five kinds of organisation the annual report tells apart. */
const KINDS = [
  { value: 'natural', label: '个人', says: '律师以自己的名义申请的，也选这一项' },
  ...Object.entries(APPLICANT_KINDS)
    .filter(([, { group }]) => group !== '自然人')
    .map(([value, { term }]) => ({ value, label: value === 'other' ? '其他单位（含事业单位、村居委会）' : term })),
];

const FORMS = Object.entries(FORMS_WANTED).map(([value, { term }]) => ({ value, label: term }));

const FIELDS: Readonly<Record<QuestionName, (asked: AskedQuestion) => JSX.Element>> = {
  wanted: (asked) => (
    <>
      <TextArea
        {...typed(asked, 'wanted')}
        label="所需信息的名称、文号或者特征"
        hint="写得越具体，找得越准：哪一年、哪个项目、什么文件。一份申请最好只写一件事。"
        suggests
      />
      <div class="matches" data-matches-list aria-live="polite"></div>
    </>
  ),
  agency: (asked) => (
    <Select
      {...field(asked, 'agency')}
      label="受理机关"
      hint="信息由谁制作，就向谁申请；不清楚的，选县人民政府"
      options={asked.agencies.map(({ id, name }) => [id, name])}
    />
  ),
  form: (asked) => <Choices {...choice(asked, 'formWanted')} legend="取得方式" choices={FORMS} />,
  kind: (asked) => <Choices {...choice(asked, 'kind')} legend="申请人类别" hint="只用于年度统计" choices={KINDS} />,
  acting: (asked) => (
    <Choices
      {...choice(asked, 'acting')}
      value={asked.form.acting || 'self'}
      legend="替谁申请"
      choices={Object.entries(ACTING).map(([value, words]) => ({ value, ...words }))}
    />
  ),
  applicant: (asked) => {
    const organisation = isOrganisation(asked.form);
    return (
      <>
        <TextField
          {...typed(asked, 'name')}
          label={`${WHOSE[asked.form.acting] ?? ''}${organisation ? '单位名称' : '姓名'}`}
          hint="与身份证明一致，文书写给他"
          autocomplete={asked.form.acting === 'agent' ? 'off' : organisation ? 'organization' : 'name'}
        />
        <Select
          {...field(asked, 'identityKind')}
          label="身份证明"
          options={identityKindsFor(asked.form).map((kind) => [kind, kind])}
        />
        <TextField {...typed(asked, 'identityNumber')} label="证件号码" autocomplete="off" />
        {organisation ? (
          <TextField {...typed(asked, 'representative')} label="联系人" hint="法定代表人或者经办人" />
        ) : null}
        {asked.form.acting === 'together' ? (
          <TextArea
            {...typed(asked, 'others')}
            label="一起申请的其他人"
            hint="一行写一个姓名或者单位名称。各人的身份证明可以在下一步一起交。"
          />
        ) : null}
        {asked.form.acting === 'agent' ? (
          <>
            <TextField {...typed(asked, 'agentName')} label="代理人（您）的姓名" autocomplete="name" />
            <TextField
              {...typed(asked, 'agentIdentity')}
              label="代理人的证件名称和号码"
              hint="例如：居民身份证和号码；律师写执业证和号码"
              autocomplete="off"
            />
            <TextField {...typed(asked, 'agentPhone')} label="代理人的电话" type="tel" autocomplete="tel" />
          </>
        ) : null}
      </>
    );
  },
  contact: (asked) => (
    <>
      <p class="soft">
        {asked.form.formWanted === 'paperByPost'
          ? '您选择了邮寄，请填写能收到信件的通信地址。'
          : '电话、电子邮箱、通信地址至少填写一项。'}
      </p>
      <TextField {...typed(asked, 'phone')} label="电话" type="tel" autocomplete="tel" />
      <TextField {...typed(asked, 'email')} label="电子邮箱" type="email" autocomplete="email" />
      <TextField {...typed(asked, 'address')} label="通信地址和邮政编码" autocomplete="street-address" />
    </>
  ),
  files: ({ form, held, errors }) => (
    <HeldFiles
      held={held}
      wanted={form.acting === 'agent' ? [MANDATE, ...WANTED_FILES] : WANTED_FILES}
      errors={errors}
    />
  ),
};

const WHOSE: Readonly<Record<string, string>> = { agent: '申请人（被代理的人）的', together: '代表的' };

export function QuestionFields({ asked }: { readonly asked: AskedQuestion }): JSX.Element {
  return FIELDS[asked.name](asked);
}

function field({ form, errors }: AskedQuestion, id: ApplicationField) {
  return { id, value: form[id], error: errorOf(errors, id) };
}

function typed(asked: AskedQuestion, id: ApplicationField) {
  return { ...field(asked, id), max: LONGEST[id] };
}

function choice({ form, errors }: AskedQuestion, name: ApplicationField) {
  return { name, value: form[name], error: errorOf(errors, name) };
}
