"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import type { ListedOperation } from "./list-operations";
import { FieldTable, SchemaTable } from "./schema-table";
import { toCurlExample } from "./to-example";
import { listRules, typeName } from "./to-schema-lines";

/** Who may, what goes in and what comes out, and a call to start from. Only in a browser: it names the desk's address. */
export function OperationDetail({ operation }: { operation: ListedOperation }) {
  const t = useTranslations("reference");
  const roles = useTranslations("shell.roles");
  const { parameters, requestBody, responses } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  const given = operation["x-roles"] ?? [];
  const names = (["owner", "admin", "agent", "developer"] as const).filter((role) => given.includes(role));
  const takesKeys = operation.security?.some((each) => "apiKey" in each) ?? false;
  const answers = Object.entries(responses).filter(([status]) => status !== "default");
  const example = toCurlExample(operation, window.location.origin);
  return (
    <>
      <p>
        <span className="text-soft">{t("who")}: </span>
        {operation["x-permission"] === null
          ? t("anybody")
          : `${names.map((role) => roles(role)).join(", ")}; ${t(takesKeys ? "withKey" : "noKey")}`}
      </p>
      {parameters.length > 0 && (
        <Part title={t("parameters")}>
          <FieldTable
            label={t("parameters")}
            lines={parameters.map(({ name, in: place, required, schema }) => ({
              path: `${place} ${name}`,
              name,
              depth: 0,
              type: typeName(schema),
              rules: [t(`in.${place}`), ...listRules(schema)],
              note: t(required ? "required" : "optional"),
            }))}
          />
        </Part>
      )}
      {body && (
        <Part title={t("body")}>
          <SchemaTable label={t("body")} schema={body} />
        </Part>
      )}
      {answers.map(([status, { content }]) => {
        const schema = content?.["application/json"]?.schema;
        const title = t("answer", { status });
        return (
          <Part key={status} title={title}>
            {schema ? (
              <SchemaTable label={title} schema={schema} />
            ) : (
              <p className="text-soft">{t(operation.method === "GET" ? "notJson" : "noContent")}</p>
            )}
          </Part>
        );
      })}
      {(takesKeys || operation["x-permission"] === null) && (
        <Part title={t("example")}>
          <pre className="mb-2 overflow-x-auto rounded-md bg-canvas px-2.5 py-2 font-mono text-xs break-all whitespace-pre-wrap">
            {example}
          </pre>
          <CopyButton text={example} label={t("copyExample")} size="sm" />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-medium">{title}</h3>
      {children}
    </div>
  );
}
