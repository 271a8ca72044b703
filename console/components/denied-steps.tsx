/** 现在不能办的步骤, each with the reason: folded away, so that what can be done comes first. */
interface DeniedStepsProps {
  readonly verbs: readonly { readonly verb: string; readonly term: string; readonly why: string | null }[];
}

export function DeniedSteps({ verbs }: DeniedStepsProps) {
  if (verbs.length === 0) return null;
  return (
    <details>
      <summary>现在不能办的 {verbs.length} 项，以及原因</summary>
      <ul className="denied">
        {verbs.map(({ verb, term, why }) => (
          <li key={verb}>
            <strong>{term}</strong>
            <p className="soft">{why}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
