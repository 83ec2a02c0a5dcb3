/** `/inbox/:conversationId`: the layout is the screen. */
export default function ConversationPage() {
  return null;
}
