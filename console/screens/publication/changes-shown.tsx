/** 版本对照: what the edition in work says otherwise than the public reads now. Words that went and came are told apart by a word, too. */
import type { PublicationView } from '../../../src/desk/contract.ts';
import './changes-shown.css';

export function ChangesShown({ changes }: { readonly changes: PublicationView['changes'] }) {
  if (changes === null) return null;
  return (
    <section className="card changes-shown" aria-labelledby="changes">
      <h2 id="changes">与公众看到的一稿对照</h2>
      {changes.length === 0 && <p className="soft">文字、元数据和附件都没有变，只改了格式。</p>}
      {changes.length > 0 && (
        <>
          <p className="soft">
            <del>删去的字</del>、<ins>新写的字</ins>；没有变的段落不列。
          </p>
          <ol>
            {changes.map(({ place, pieces }, i) => (
              // Lines of one text may be alike, and the list is drawn once.
              // biome-ignore lint/suspicious/noArrayIndexKey: never moved, never edited
              <li key={i}>
                <span className="soft">{place}</span>
                <p>
                  {pieces.map(({ text, how }, n) => {
                    const key = `${n} ${how}`;
                    if (how === 'same') return <span key={key}>{text}</span>;
                    const Mark = how === 'removed' ? 'del' : 'ins';
                    return (
                      <Mark key={key}>
                        <span className="heard">{how === 'removed' ? '（删去：' : '（新写：'}</span>
                        {text}
                        <span className="heard">）</span>
                      </Mark>
                    );
                  })}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
