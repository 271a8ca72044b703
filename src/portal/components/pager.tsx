/** 翻页: previous, where we are, next. Long lists are paged and never scrolled without end. */
export function Pager({
  page,
  pages,
  address,
}: {
  readonly page: number;
  readonly pages: number;
  readonly address: (page: number) => string;
}): JSX.Element {
  if (pages <= 1) return '';
  return (
    <nav aria-label="翻页">
      <ul class="pager">
        <li>
          {page > 1 ? (
            <a href={address(page - 1)} rel="prev">
              上一页
            </a>
          ) : (
            <span class="soft">上一页</span>
          )}
        </li>
        <li class="soft num" safe>{`第 ${page} 页，共 ${pages} 页`}</li>
        <li>
          {page < pages ? (
            <a href={address(page + 1)} rel="next">
              下一页
            </a>
          ) : (
            <span class="soft">下一页</span>
          )}
        </li>
      </ul>
    </nav>
  );
}
