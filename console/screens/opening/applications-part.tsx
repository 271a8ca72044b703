/** 结转申请. */
import { call } from '../../api/call.ts';
import { ApplicationForm } from './application-form.tsx';
import { Balance, type PartProps } from './balance.tsx';

export function ApplicationsPart(props: PartProps) {
  return (
    <Balance
      {...props}
      part="applications"
      hint="先下载模板，照“填写说明”一行填一件。用表格登记的不显示查询码；要把查询码告诉申请人的，用表单逐件登记。"
      Form={ApplicationForm}
      send={(sends) => call('POST /api/opening/applications', { sends })}
      template="GET /api/opening/applications/template"
      sheet="POST /api/opening/applications/sheet"
    />
  );
}
