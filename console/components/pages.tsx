/** 翻页 of a list that the desk hands out page by page; nothing where one page holds it all. */
import { Pagination } from 'antd';
import './table.css';

export interface PagesProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

export function Pages({ page, pageSize, total, onTurn }: PagesProps) {
  return (
    <Pagination
      className="pages"
      align="end"
      current={page}
      pageSize={pageSize}
      total={total}
      showSizeChanger={false}
      hideOnSinglePage
      onChange={onTurn}
    />
  );
}
