/** 快捷键 that hold everywhere: `/` goes to the search, `?` shows them all. None is taken while somebody writes. */
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { isWriting } from '../components/is-writing.ts';
import { TO_SEARCH } from '../components/to-search.ts';

const KEYS: readonly (readonly [key: string, does: string])[] = [
  ['/', '查找申请'],
  ['j', '列表中下一件'],
  ['k', '列表中上一件'],
  ['Enter', '打开选中的一件'],
  ['?', '显示快捷键'],
];

export function Shortcuts() {
  const [shown, setShown] = useState(false);
  const [, navigate] = useLocation();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isWriting(event)) return;
      if (event.key === '?') setShown(true);
      else if (event.key === '/') {
        const box = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (box) box.focus();
        else navigate('/requests', { state: TO_SEARCH });
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);

  return (
    <Modal title="快捷键" open={shown} onCancel={() => setShown(false)} footer={null} width={360}>
      <table className="keys">
        <tbody>
          {KEYS.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
