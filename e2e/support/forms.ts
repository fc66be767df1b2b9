/** Reads forms out of a page's source, to post them as a browser without JavaScript would. */

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

export const unescape = (text: string): string => text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_whole, name: string) => entities[name] ?? "");

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescape(value);
}

const inputs = (html: string): string[] => html.match(/<(?:input|textarea)\b[^>]*>/g) ?? [];

/** The first form of the page's main part whose source mentions `holding`. */
export function formWith(html: string, holding: string): string {
  const found = (html.match(/<form\b[\s\S]*?<\/form>/g) ?? []).find((form) => form.includes(holding));
  if (!found) throw new Error(`no form with ${holding}`);
  return found;
}

/** What the form carries unseen: request key, version, reference. */
export function hiddenOf(form: string): Record<string, string> {
  return Object.fromEntries(
    inputs(form).flatMap((tag) => {
      const name = attribute(tag, "name");
      return attribute(tag, "type") === "hidden" && name ? [[name, attribute(tag, "value") ?? ""]] : [];
    }),
  );
}

/** The control of a field, with what it holds and whether its own message stands beside it. */
export function fieldOf(html: string, name: string): { value: string | undefined; invalid: boolean; message: string } {
  const tag = inputs(html).find((one) => attribute(one, "name") === name && attribute(one, "type") !== "hidden") ?? "";
  const described = (attribute(tag, "aria-describedby") ?? "").split(" ").find((id) => id.endsWith("-error"));
  const message = described ? new RegExp(`<p id="${described.replace(/[^\w:-]/g, "\\$&")}"[^>]*>([\\s\\S]*?)</p>`).exec(html)?.[1] : "";
  return { value: attribute(tag, "value"), invalid: attribute(tag, "aria-invalid") === "true", message: textOf(message ?? "") };
}

/** The value of a radio button or option that can be chosen: the first one, or the one at `at`. */
export function choiceOf(form: string, name: string, at = 0): string {
  const radios = inputs(form).filter((tag) => attribute(tag, "name") === name && attribute(tag, "type") === "radio");
  const select = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(form)?.[0] ?? "";
  const tags = [...radios, ...(select.match(/<option\b[^>]*>/g) ?? [])].filter((tag) => !/\sdisabled/.test(tag));
  const value = tags.map((tag) => attribute(tag, "value") ?? "").filter((one) => one !== "").at(at);
  if (value === undefined) throw new Error(`no choice for ${name}`);
  return value;
}

/** The words of a piece of source. */
export function textOf(html: string): string {
  return unescape(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ").trim();
}

export const mainOf = (html: string): string => /<main\b[\s\S]*?<\/main>/.exec(html)?.[0] ?? "";
