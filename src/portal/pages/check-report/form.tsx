/** 核对年报的表单: paste, or choose a file; last year's report beside it. */
import { ErrorSummary, errorOf, type FieldError } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { TrapField } from '../../components/intake-fields.tsx';
import { Page } from '../../components/page.tsx';
import { TOKEN_FIELD } from '../../form-token.ts';
import type { Frame } from '../../frame.ts';

const REPORTS = '.html,.htm,.txt,.md,.markdown,.docx,.xlsx,.pdf,.json,.csv,text/html,text/plain,text/markdown';

export function CheckReportFormPage({
  frame,
  token,
  text,
  errors,
}: {
  readonly frame: Frame;
  readonly token: string;
  readonly text: string;
  readonly errors: readonly FieldError[];
}): string {
  return (
    <Page
      frame={frame}
      title="核对一份年报"
      description="粘贴或者上传任何一份政府信息公开工作年度报告，找出表格和文字里的矛盾。"
      canonical="/check-report"
      crumbs={[{ name: '政府信息公开年报', path: '/annual-reports' }, { name: '核对一份年报' }]}
    >
      <div class="page-head">
        <h1>核对一份年报</h1>
        <p class="lead">任何机关、任何一年的政府信息公开工作年度报告都可以核对，不保存上传的内容。</p>
      </div>
      <div class="beside">
        <form method="post" action="/check-report" enctype="multipart/form-data">
          <ErrorSummary errors={errors} />
          <input type="hidden" name={TOKEN_FIELD} value={token} />
          <TrapField />
          <TextArea
            id="text"
            label="粘贴全文"
            hint="打开年报的网页，全选、复制，粘贴在这里；表格会跟着过来"
            value={text}
            error={errorOf(errors, 'text')}
            max={1_000_000}
            tall
          />
          <FileField
            id="report"
            label="或者上传文件"
            hint="Word（.docx）、Excel（.xlsx）、有文字的 PDF、保存下来的网页或者文本，不超过 20 MB；各单位的年报可以放进一个压缩包（.zip）一起核对，一次最多 60 份"
            error={errorOf(errors, 'report')}
            accept={`${REPORTS},.zip`}
          />
          <FileField
            id="previous"
            label="上一年的年报（可不选）"
            hint="一起核对上年结转、现行有效文件数能不能接上"
            error={errorOf(errors, 'previous')}
            accept={REPORTS}
          />
          <div class="actions">
            <button type="submit">核对这份年报</button>
          </div>
        </form>
        <aside class="aside">
          <h2>核对什么</h2>
          <ul>
            <li>表三的每一行、每一列、勾稽关系；</li>
            <li>表四的合计；</li>
            <li>正文里的数与表格、分项与总数；</li>
            <li>六个部分是否齐全，有没有留空、写错年份；</li>
            <li>与上一年能不能接上。</li>
          </ul>
          <h2>结果怎样看</h2>
          <p>“错误”是数字自相矛盾；“警告”很可能有误，应当说明；“提示”值得问一句。原文看不清的数字不猜，标为“待定”。</p>
        </aside>
      </div>
    </Page>
  ) as string;
}
