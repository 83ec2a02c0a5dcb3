"use client";

import { useLocale } from "use-intl";
import { formatLogTime } from "@/lib/i18n/format-time";

const MILLISECONDS = ".000".length;

/** Time to the millisecond (on a phone to the second), with the day when that is not today. */
export function LogTime({ at }: { at: number }) {
  const locale = useLocale();
  const time = formatLogTime(at, locale);
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (
    <>
      {!isToday && (
        <span className="mr-1.5 text-soft max-md:block">
          {new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(at)}
        </span>
      )}
      {time.slice(0, -MILLISECONDS)}
      <span className="max-md:hidden">{time.slice(-MILLISECONDS)}</span>
    </>
  );
}
