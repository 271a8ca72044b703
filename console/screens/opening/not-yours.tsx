/** What the officer may not enter, and whom to turn to. */
export function NotYours() {
  return <p className="card not-yours">这一项不归你的岗位登记。需要登记的，请找安全管理员给你相应的岗位。</p>;
}
