"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/api/schemas/people";
import { InviteDialog } from "./invite-dialog";

export function InviteButton({ viewerRole }: { viewerRole: Role }) {
  const t = useTranslations("team.invite");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden="true" />
        {t("action")}
      </Button>
      {isOpen && <InviteDialog viewerRole={viewerRole} onClose={() => setOpen(false)} />}
    </>
  );
}
