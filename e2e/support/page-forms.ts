/** The forms of a page, found in its source, and values that a person could have given them. */
import { attributeOf, elementsIn, elementsOf, wordsOf, type Element } from "./document";
import { smallPng } from "./files";
import { newEmail, newMobile, type Visitor } from "./visitor";

type Kind = "text" | "choice" | "check" | "hidden" | "file";
export type FormField = { name: string; kind: Kind; type: string; value: string };
export type FormButton = { name: string; value: string };
export type PageForm = { method: "get" | "post"; path: string; multipart: boolean; fields: FormField[]; buttons: FormButton[] };
export type FormValues = Record<string, string>;

const typed = new Set(["text", "email", "tel", "search", "url", "number", "date", "datetime-local", "month", "time", "password"]);

function choiceIn(select: Element): string {
  const options = elementsOf(select).filter(({ tagName, attrs }) => tagName === "option" && !attrs.some(({ name }) => name === "disabled"));
  const chosen = options.find((option) => attributeOf(option, "selected") !== undefined && attributeOf(option, "value") !== "");
  const one = chosen ?? options.find((option) => attributeOf(option, "value") !== "") ?? options[0];
  return one ? (attributeOf(one, "value") ?? wordsOf(one)) : "";
}

function fieldOf(element: Element): FormField[] {
  const name = attributeOf(element, "name");
  if (name === undefined || attributeOf(element, "disabled") !== undefined) return [];
  const value = attributeOf(element, "value") ?? "";
  if (element.tagName === "textarea") return [{ name, kind: "text", type: "textarea", value: wordsOf(element) }];
  if (element.tagName === "select") return [{ name, kind: "choice", type: "select", value: choiceIn(element) }];
  if (element.tagName !== "input") return [];
  const type = attributeOf(element, "type") ?? "text";
  if (typed.has(type)) return [{ name, kind: "text", type: attributeOf(element, "inputmode") ?? type, value }];
  if (type === "hidden") return [{ name, kind: "hidden", type, value }];
  if (type === "file") return [{ name, kind: "file", type, value: "" }];
  if (type === "radio") return [{ name, kind: "choice", type, value }];
  return type === "checkbox" ? [{ name, kind: "check", type, value: value || "on" }] : [];
}

function buttonOf(element: Element): FormButton[] {
  if (element.tagName !== "button" || (attributeOf(element, "type") ?? "submit") !== "submit") return [];
  return [{ name: attributeOf(element, "name") ?? "", value: attributeOf(element, "value") ?? "" }];
}

/** The forms that a page at this address has, as they would be sent. Of radio buttons with one name the chosen or first is the field. */
export function formsOf(html: string, address: string): PageForm[] {
  return elementsIn(html).filter(({ tagName }) => tagName === "form").map((form) => {
    const inner = elementsOf(form);
    const fields = new Map<string, FormField>();
    for (const element of inner) {
      const chosen = attributeOf(element, "checked") !== undefined && attributeOf(element, "type") === "radio";
      for (const field of fieldOf(element)) if (chosen || !fields.has(field.name)) fields.set(field.name, field);
    }
    const action = new URL(attributeOf(form, "action") || address, new URL(address, "http://local.invalid"));
    return {
      method: attributeOf(form, "method")?.toLowerCase() === "post" ? "post" : "get",
      path: `${action.pathname}${action.search}`,
      multipart: attributeOf(form, "enctype") === "multipart/form-data",
      fields: [...fields.values()],
      buttons: inner.flatMap(buttonOf),
    };
  });
}

/** The same form on the page of another thing, or with another request key, is the same form. */
export function nameOf({ method, path, fields, buttons }: PageForm): string {
  const place = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").replace(/\?(?!index).*/, "");
  const parts = fields.map(({ name, kind, value }) => (kind === "hidden" && /^[a-z_]{1,20}$/.test(value) ? `${name}=${value}` : name));
  return `${method} ${place} ${[...parts, ...new Set(buttons.flatMap(({ name, value }) => (name ? [`${name}=${value}`] : [])))].join(" ")}`.trim();
}

function goodText({ name, type, value }: FormField): string {
  if (value !== "") return value;
  if (type === "email" || name === "email") return newEmail("Form");
  if (type === "tel") return newMobile();
  if (type === "date") return "1990-01-31";
  if (type === "decimal") return "25.00";
  if (type === "numeric" || type === "number") return "3";
  return "Plain words";
}

/** Everything filled in as somebody might who means it. */
export function goodValues({ fields }: PageForm): FormValues {
  return Object.fromEntries(fields.flatMap((field) => (field.kind === "file" ? [] : [[field.name, field.kind === "text" ? goodText(field) : field.value]])));
}

/** Good values, and the first button pressed. */
export function pressed(form: PageForm): FormValues {
  const button = form.buttons[0];
  return { ...goodValues(form), ...(button?.name ? { [button.name]: button.value } : {}) };
}

/** The form of a page that holds a control of this name, or `name=value`. */
export async function formOn(visitor: Visitor, page: string, holding: string): Promise<PageForm> {
  const form = formsOf(await visitor.page(page), page).find(({ fields }) => fields.some(({ name, value }) => name === holding || `${name}=${value}` === holding));
  if (!form) throw new Error(`${page} has no form with ${holding}`);
  return form;
}

export const goodFile = { name: "proof.png", mimeType: "image/png", buffer: smallPng };
