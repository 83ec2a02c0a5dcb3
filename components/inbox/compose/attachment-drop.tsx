"use client";

import { FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

type AttachmentDropProps = {
  onFiles: (files: File[]) => void;
  disabled?: boolean;
};

/**
 * Takes files that are dropped on the conversation it stands in (which is `relative`), and says so while they hang over
 * the window. A file that misses does not make the browser leave the desk to show it.
 */
export function AttachmentDrop({ onFiles, disabled = false }: AttachmentDropProps) {
  const t = useTranslations("attachments");
  const overlay = useRef<HTMLDivElement>(null);
  const isOver = useFilesOverWindow((target, files) => {
    if (!disabled && overlay.current?.contains(target)) onFiles(files);
  });
  if (!isOver || disabled) return null;
  return (
    <div ref={overlay} className="absolute inset-0 z-20 grid place-items-center bg-canvas/85 p-4">
      <p className="pointer-events-none flex flex-col items-center gap-2 rounded-xl border-2 border-accent border-dashed px-8 py-6 text-base font-medium">
        <FileUp aria-hidden="true" className="size-6 text-accent" />
        {t("dropHere")}
      </p>
    </div>
  );
}

/** Whether files are being dragged over the window. */
function useFilesOverWindow(onDrop: (target: Node, files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    // Every element that is entered and left on the way tells: the window is left when as many were left as entered.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onHover = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDropped = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.target instanceof Node && files.length > 0) latest.current(event.target, files);
      setOver(false);
    };
    window.addEventListener("dragenter", onEnter);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("dragover", onHover);
    window.addEventListener("drop", onDropped);
    return () => {
      window.removeEventListener("dragenter", onEnter);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("dragover", onHover);
      window.removeEventListener("drop", onDropped);
    };
  }, []);
  return isOver;
}
