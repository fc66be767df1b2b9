import { useFormState } from "./form";

/**
 * The hidden key of one command. It is made in the loader (`newRequestKey()`), so it survives a refused post and a second
 * click, and a reload of the page starts a new command.
 */
export function RequestKey({ value, name = "key" }: { value: string; name?: string }) {
  const { values } = useFormState();
  const kept = values[name];
  return <input type="hidden" name={name} value={typeof kept === "string" && kept !== "" ? kept : value} />;
}

/** A value the form carries without showing it. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
