"use client";

import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { Page } from "@/lib/api/schemas/pages";

/** A Page's picture in a list: asked for when it comes into view, for there may be hundreds. Initials until then. */
export function PagePicture({ page: { id, name, pictureUrl } }: { page: Pick<Page, "id" | "name" | "pictureUrl"> }) {
  const [isGone, setGone] = useState(false);
  return (
    <span aria-hidden="true" className="relative inline-flex size-7 shrink-0 overflow-hidden rounded-sm">
      <Avatar name={name} size="sm" shape="square" hueFrom={id} />
      {pictureUrl !== null && !isGone && (
        <img
          src={pictureUrl}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setGone(true)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}
