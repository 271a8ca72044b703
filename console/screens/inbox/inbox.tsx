export default function Inbox() {
  return <h1>待办</h1>;
}
