"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { FilterBar } from "./filter-bar";
import { rememberListAddress } from "./list-address";
import { NotificationList } from "./notification-list";
import { PauseButton } from "./pause-button";
import { ReplayFailedButton } from "./replay-failed-button";
import { useNotificationFilters } from "./use-notification-filters";

/** The list with everything above it. */
export function Inspector() {
  const { filters, isFiltered, clear } = useNotificationFilters();
  const [clears, setClears] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const search = useSearchParams().toString();
  useEffect(() => rememberListAddress(search), [search]);
  function clearAll() {
    clear();
    setClears(clears + 1);
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <PauseButton isPaused={isPaused} onChange={setPaused} />
        <ReplayFailedButton />
      </div>
      <FilterBar clears={clears} onClear={clearAll} />
      <NotificationList
        key={JSON.stringify(filters)}
        filters={filters}
        isFiltered={isFiltered}
        onClearFilters={clearAll}
        isPaused={isPaused}
      />
    </>
  );
}
