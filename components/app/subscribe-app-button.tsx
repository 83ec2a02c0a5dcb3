"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Button, type ButtonProps } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type SubscribeAppInput, useSubscribeApp } from "./use-subscribe-app";

type SubscribeAppButtonProps = Pick<ButtonProps, "variant" | "size"> & {
  input: SubscribeAppInput;
  /** Somebody else receives the events until now, and will not any more: asked first. */
  isMove?: boolean;
  children: string;
};

/** Sets the app's webhook up from here; for those who may not, who can. */
export function SubscribeAppButton({ input, isMove = false, children, ...look }: SubscribeAppButtonProps) {
  const t = useTranslations("app");
  const mayManage = useMayDo("app:manage");
  const subscribe = useSubscribeApp();
  const [isAsking, setAsking] = useState(false);
  if (!mayManage) return <p className="text-soft">{t("askAdmin")}</p>;
  const start = () => subscribe.mutate(input, { onSettled: () => setAsking(false) });
  return (
    <>
      <Button {...look} pending={subscribe.isPending} onClick={() => (isMove ? setAsking(true) : start())}>
        {children}
      </Button>
      {isMove && (
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={t("subscribe.moveTitle")}
          description={t("subscribe.moveBody")}
          confirmLabel={t("subscribe.moveConfirm")}
          pending={subscribe.isPending}
          onConfirm={start}
        />
      )}
    </>
  );
}
