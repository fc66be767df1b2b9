import { namespaces } from "./languages";

/** Whether a text is a key with its namespace, `member:home.title`, rather than words to show. */
export function isNamespaceKey(text: string): boolean {
  return namespaces.some((namespace) => text.startsWith(`${namespace}:`));
}
