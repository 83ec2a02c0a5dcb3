import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import { locale, messages } from "./messages";

/** Texts for server components and metadata; client components take `useTranslations` instead. */
export function getTranslator<const Namespace extends NamespaceKeys<typeof messages, NestedKeyOf<typeof messages>>>(
  namespace: Namespace,
) {
  return createTranslator({ locale, messages, namespace });
}
