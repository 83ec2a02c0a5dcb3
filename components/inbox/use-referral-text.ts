"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Referral } from "@/lib/messenger/messaging-event";
import { describeReferral } from "./describe-referral";
import { useThreadFrame } from "./thread-frame";

/** A function that says in one sentence by which way a person came. */
export function useReferralText(): (referral: Referral) => string {
  const t = useTranslations("inbox.referral");
  const { customerName } = useThreadFrame();
  return useCallback(
    (referral) => {
      const { entrance, name, ref } = describeReferral(referral);
      const text = t(entrance, { named: name === null ? "no" : "yes", name: name ?? "", person: customerName });
      return ref === null ? text : t("withRef", { text, ref });
    },
    [t, customerName],
  );
}
