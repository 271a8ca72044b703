/** 三步: where the applicant is. */
const STEPS = ['填写', '核对', '取得查询号'] as const;

export function ApplySteps({ at }: { readonly at: 1 | 2 | 3 }): JSX.Element {
  return (
    <ol class="steps" aria-label="申请步骤">
      {STEPS.map((name, n) => (
        <li aria-current={n + 1 === at ? 'step' : undefined}>{name}</li>
      ))}
    </ol>
  );
}
