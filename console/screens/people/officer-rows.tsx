/** 人员: name, agency, roles, and whether the account is in use. */
import type { OfficerView } from '../../../src/desk/contract.ts';

export interface OfficerRowsProps {
  readonly officers: readonly OfficerView[];
  /** Absent for who only reads. */
  readonly onChoose?: (id: string) => void;
}

export function OfficerRows({ officers, onChoose }: OfficerRowsProps) {
  return (
    <div className="card table-card">
      <table className="rows">
        <caption className="heard">人员</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">登录名</th>
            <th scope="col">机关</th>
            <th scope="col">岗位</th>
            <th scope="col">账号</th>
            {onChoose && <th scope="col">办理</th>}
          </tr>
        </thead>
        <tbody>
          {officers.map(({ id, name, signInName, agency, roles, active, boundSince }) => (
            <tr key={id} className="row">
              <th scope="row">{name}</th>
              <td className="soft">{signInName}</td>
              <td>{agency}</td>
              <td>{roles.length > 0 ? roles.join('、') : <span className="soft">没有岗位</span>}</td>
              <td>
                {active ? '在用' : <span className="soft">已停用</span>}
                {boundSince && <span className="soft">已绑定统一身份认证</span>}
              </td>
              {onChoose && (
                <td>
                  <button type="button" className="step-button" onClick={() => onChoose(id)}>
                    变更
                    <span className="heard">{name}的岗位和账号</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
