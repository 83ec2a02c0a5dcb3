/** Which key sends: Enter, or Enter together with Ctrl or Cmd. */
export type SendKey = "enter" | "mod-enter";

const STORED_AS = "pagedesk.sendKey";

export function readSendKey(): SendKey {
  try {
    return window.localStorage.getItem(STORED_AS) === "mod-enter" ? "mod-enter" : "enter";
  } catch {
    return "enter";
  }
}

export function storeSendKey(sendKey: SendKey): void {
  try {
    window.localStorage.setItem(STORED_AS, sendKey);
  } catch {
    // Kept for this tab only.
  }
}

interface PressedKey {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * Whether a key press in the composer sends. Never while an input method is composing: there Enter accepts the word
 * (`isComposing`; Safari reports the accepting press after it has ended, with the key code 229).
 */
export function sendsMessage(pressed: PressedKey, sendKey: SendKey): boolean {
  if (pressed.key !== "Enter" || pressed.isComposing || pressed.keyCode === 229) return false;
  if (pressed.shiftKey || pressed.altKey) return false;
  return pressed.ctrlKey || pressed.metaKey || sendKey === "enter";
}
