"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { useTranslations } from "use-intl";
import { LoadError } from "@/components/ui/load-error";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import type { Person, Role } from "@/lib/api/schemas/people";
import { peopleQuery } from "./people-query";
import { PersonRow } from "./person-row";

/** Everybody of this desk; those who cannot come in any more apart. */
export function PeopleList({ viewerRole }: { viewerRole: Role }) {
  const t = useTranslations("team");
  const { data: people, error, isPending, refetch } = useQuery(peopleQuery);
  const movedId = useRef<string | null>(null);
  if (isPending) return <Skeleton rows={3} rowClassName="h-20" />;
  if (!people) return <LoadError error={error} onRetry={refetch} />;
  const gone = people.filter(({ deactivatedAt }) => deactivatedAt !== null);
  return (
    <>
      {error && <LoadError error={error} onRetry={refetch} />}
      <div className="rounded-lg border bg-surface">
        <Rows label={t("list")} people={people.filter((each) => !gone.includes(each))} {...{ viewerRole, movedId }} />
      </div>
      {gone.length > 0 && (
        <Section title={t("deactivated")} description={t("deactivatedHint")}>
          <div className="-mx-4 -mb-4 border-t">
            <Rows label={t("deactivated")} people={gone} {...{ viewerRole, movedId }} />
          </div>
        </Section>
      )}
    </>
  );
}

type RowsProps = {
  label: string;
  people: readonly Person[];
  viewerRole: Role;
  /** Who was let in or shut out here, and so goes to the other list: the focus goes with them. */
  movedId: RefObject<string | null>;
};

function Rows({ label, people, viewerRole, movedId }: RowsProps) {
  return (
    <ul aria-label={label} className="divide-y">
      {people.map((person) => (
        <PersonRow key={person.id} {...{ person, viewerRole, movedId }} />
      ))}
    </ul>
  );
}
