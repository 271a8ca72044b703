/** 已签的巡查单: what was seen, beside what the machine said at the time. */
import type { PatrolSheetView } from '../../../src/desk/contract.ts';
import { MachineWord } from './machine-word.tsx';

interface SignedPointsProps {
  readonly view: PatrolSheetView;
  readonly signed: NonNullable<PatrolSheetView['signed']>;
}

export function SignedPoints({ view, signed }: SignedPointsProps) {
  return (
    <section aria-label="看到的情况">
      <p className="patrol-signature">
        {`${signed.by} ${signed.on} 签`}
        {signed.lateBecause && <strong>{`补签，原因：${signed.lateBecause}`}</strong>}
      </p>
      <ol className="patrol-points">
        {view.points.map(({ name, term, answer, machine }) => (
          <li key={name} className="card" data-sight={answer?.sight}>
            <h2>{term}</h2>
            <p>
              <strong>{answer?.term}</strong>
              {answer?.says && `　${answer.says}`}
            </p>
            <MachineWord machine={machine} />
          </li>
        ))}
      </ol>
    </section>
  );
}
