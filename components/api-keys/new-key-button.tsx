"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Me } from "@/lib/api/schemas/people";
import { NewKeyDialog } from "./new-key-dialog";

export function NewKeyButton({ viewer }: { viewer: Pick<Me["user"], "role" | "hasAllPages"> }) {
  const t = useTranslations("keys");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        {t("new")}
      </Button>
      {isOpen && <NewKeyDialog viewer={viewer} onClose={() => setOpen(false)} />}
    </>
  );
}
