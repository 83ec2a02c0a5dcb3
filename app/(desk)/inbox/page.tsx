/** `/inbox`: the layout is the screen. */
export default function InboxPage() {
  return null;
}
