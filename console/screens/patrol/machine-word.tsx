/** 系统看到的: the machine's word on a point, beside what the person saw. */
import type { PatrolSheetView } from '../../../src/desk/contract.ts';

export function MachineWord({ machine }: Pick<PatrolSheetView['points'][number], 'machine'>) {
  return (
    <p className="patrol-machine" data-state={machine.state}>
      <strong>{`系统：${machine.term}`}</strong>
      {machine.says}
    </p>
  );
}
