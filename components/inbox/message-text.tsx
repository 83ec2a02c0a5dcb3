import { useMemo } from "react";
import { splitLinks } from "./split-links";

/** What somebody wrote: text and nothing but text, in the direction of its own script, with links that can be opened. */
export function MessageText({ text }: { text: string }) {
  const parts = useMemo(() => splitLinks(text), [text]);
  let offset = 0;
  return (
    <p dir="auto" className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
      {parts.map((part) => {
        const key = offset;
        offset += part.text.length;
        if (part.href === null) return part.text;
        return (
          <a
            key={key}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent underline underline-offset-2"
          >
            <bdi>{part.text}</bdi>
          </a>
        );
      })}
    </p>
  );
}
