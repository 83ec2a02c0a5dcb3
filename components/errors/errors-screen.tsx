"use client";

import { useTranslations } from "use-intl";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { ErrorFilterBar } from "./error-filter-bar";
import { ErrorGroups } from "./error-groups";
import { ErrorList } from "./error-list";
import { LinkedError } from "./linked-error";
import { useErrorFilters } from "./use-error-filters";
import { useErrorsLive } from "./use-errors-live";

/** What did not go out and why: by cause, or one by one. */
export function ErrorsScreen() {
  const t = useTranslations("errors");
  const { view, error, set } = useErrorFilters();
  useErrorsLive();
  return (
    <>
      {error !== null && <LinkedError key={error} id={error} />}
      <Tabs
        label={t("views")}
        value={view}
        onValueChange={(next) => set({ view: next, ...(next === "groups" ? { conversationId: null } : {}) })}
        tabs={[
          { value: "groups", label: t("groups") },
          { value: "list", label: t("single") },
        ]}
      >
        <div className="py-3">
          <ErrorFilterBar />
        </div>
        <TabPanel value="groups">
          <ErrorGroups />
        </TabPanel>
        <TabPanel value="list">
          <ErrorList />
        </TabPanel>
      </Tabs>
    </>
  );
}
