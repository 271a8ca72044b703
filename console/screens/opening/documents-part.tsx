/** 结转文件. */
import { call } from '../../api/call.ts';
import { Balance, type PartProps } from './balance.tsx';
import { DocumentForm } from './document-form.tsx';

export function DocumentsPart(props: PartProps) {
  return (
    <Balance
      {...props}
      part="documents"
      hint="先下载模板，照“填写说明”一行填一件。"
      Form={DocumentForm}
      send={(sends) => call('POST /api/opening/documents', { sends })}
      template="GET /api/opening/documents/template"
      sheet="POST /api/opening/documents/sheet"
    />
  );
}
