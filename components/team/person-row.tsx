"use client";

import { Ellipsis } from "lucide-react";
import { type RefObject, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Person, Role } from "@/lib/api/schemas/people";
import { AccessText } from "./access-text";
import { PersonMenu } from "./person-menu";

type PersonRowProps = { person: Person; viewerRole: Role; movedId: RefObject<string | null> };

/** Somebody of this desk: who, what they may do, how they come in and when they last did. */
export function PersonRow({ person, viewerRole, movedId }: PersonRowProps) {
  const t = useTranslations("team");
  const roles = useTranslations("shell.roles");
  const obstacleId = useId();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (movedId.current !== person.id) return;
    movedId.current = null;
    row.current?.querySelector("button")?.focus();
  }, [movedId, person.id]);
  return (
    <li ref={row} className="flex items-start gap-3 px-4 py-3">
      <Avatar name={person.name} src={person.pictureUrl} hueFrom={person.id} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 break-words font-medium">{person.name}</span>
          <Badge tone={person.deactivatedAt === null ? "accent" : "neutral"}>{roles(person.role)}</Badge>
          {person.isYou && <Badge>{t("you")}</Badge>}
        </p>
        <p className="mt-0.5 text-soft">
          <AccessText {...person} />
        </p>
        <p className="mt-0.5 text-xs text-soft">
          {person.signsInWith === "facebook" ? t("facebook") : (person.email ?? t("password"))}
          {" · "}
          <LastSeen person={person} />
          {person.deactivatedAt === null && ` · ${t("sessions", { count: person.sessionCount })}`}
        </p>
        {person.obstacle !== null && (
          <p id={obstacleId} className="mt-0.5 text-xs text-soft">
            {person.obstacle}
          </p>
        )}
      </div>
      {person.obstacle === null ? (
        <PersonMenu
          person={person}
          viewerRole={viewerRole}
          onMove={() => {
            movedId.current = person.id;
          }}
        />
      ) : (
        <IconButton
          label={t("menu", { name: person.name })}
          aria-disabled="true"
          aria-describedby={obstacleId}
          className="text-faint"
        >
          <Ellipsis />
        </IconButton>
      )}
    </li>
  );
}

function LastSeen({ person: { deactivatedAt, lastSeenAt } }: { person: Person }) {
  const t = useTranslations("team");
  if (deactivatedAt !== null) {
    return (
      <>
        {t("deactivatedSince")} <RelativeTime at={deactivatedAt} />
      </>
    );
  }
  if (lastSeenAt === null) return t("neverSeen");
  return (
    <>
      {t("lastSeen")} <RelativeTime at={lastSeenAt} />
    </>
  );
}
