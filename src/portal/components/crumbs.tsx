export interface Crumb {
  readonly name: string;
  /** None for the page itself. */
  readonly path?: string;
}

export function Crumbs({ trail }: { readonly trail: readonly Crumb[] }): JSX.Element {
  return (
    <nav aria-label="当前位置">
      <ol class="crumbs">
        <li>
          <a href="/">首页</a>
        </li>
        {trail.map(({ name, path }) =>
          path === undefined ? (
            <li aria-current="page" safe>
              {name}
            </li>
          ) : (
            <li>
              <a href={path} safe>
                {name}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
