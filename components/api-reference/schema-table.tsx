"use client";

import { useTranslations } from "use-intl";
import type { JsonSchema } from "./openapi";
import { listRules, toSchemaLines, typeName } from "./to-schema-lines";

/** The shape of a body or an answer, a line a field; what is not an object is named. */
export function SchemaTable({ label, schema }: { label: string; schema: JsonSchema }) {
  const t = useTranslations("reference");
  const lines = toSchemaLines(schema);
  if (lines.length === 0) {
    return <p className="font-mono text-xs">{[typeName(schema), ...listRules(schema)].join(", ")}</p>;
  }
  return (
    <FieldTable
      label={label}
      lines={lines.map(({ isRequired, ...line }) => ({
        ...line,
        note: t(isRequired ? "required" : "optional"),
      }))}
    />
  );
}

type FieldTableProps = {
  label: string;
  lines: readonly { path: string; name: string; depth: number; type: string; rules: string[]; note: string }[];
};

/** Names, types and what they keep to. */
export function FieldTable({ label, lines }: FieldTableProps) {
  const t = useTranslations("reference");
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full text-left text-xs">
        <thead className="text-soft">
          <tr className="*:py-1 *:pr-4 *:font-medium">
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("type")}</th>
            <th scope="col">{t("rules")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ path, name, depth, type, rules, note }) => (
            <tr key={path} className="align-baseline *:border-t *:py-1 *:pr-4">
              <th scope="row" className="font-mono font-normal whitespace-nowrap" style={{ paddingLeft: depth * 16 }}>
                {name}
              </th>
              <td className="min-w-32 font-mono break-words text-soft">{type}</td>
              <td className="min-w-32 break-words text-soft">{[note, ...rules].join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
