/** A page as a browser reads it: its elements, and what among them could run something. */
import { Script } from "node:vm";

import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

export type Element = Tree.Element;

const isElement = (node: Tree.Node): node is Element => "tagName" in node;

function below(node: Tree.Node): Element[] {
  const inner = "content" in node ? [node.content] : "childNodes" in node ? node.childNodes : [];
  return [...(isElement(node) ? [node] : []), ...inner.flatMap(below)];
}

export const elementsIn = (html: string): Element[] => below(parse(html));

export const elementsOf = (element: Element): Element[] => below(element).slice(1);

export const attributeOf = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;

export function wordsOf(element: Element): string {
  const text = (node: Tree.Node): string => ("value" in node ? node.value : "childNodes" in node ? node.childNodes.map(text).join("") : "");
  return text(element).trim();
}

/** Which elements there are, and which attributes on them: what was typed can change neither. */
export function shapesOf(elements: Element[]): Set<string> {
  return new Set(elements.flatMap(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => `${tagName} ${name}`)]));
}

const addresses = new Set(["href", "src", "action", "formaction", "data", "xlink:href", "poster", "background", "cite", "ping"]);
/** Browsers skip blanks and control characters in front of a scheme and inside it. */
const runs = (address: string) => /^(javascript|vbscript|data):/i.test(address.replace(/[\u0000-\u0020]/g, "")) && !/^data:image\/(png|svg\+xml)[;,]/.test(address);

function compileFault(code: string): string | undefined {
  try {
    new Script(code);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What would run although we did not write it. `nonce` is the one of the page's policy. */
export function dangersIn(elements: Element[], nonce: string | undefined): string[] {
  return elements.flatMap((element) => {
    const { tagName, attrs } = element;
    const found = attrs.flatMap(({ name, value }) => {
      if (/^on/.test(name) || name === "srcdoc") return [`<${tagName} ${name}="${value.slice(0, 60)}">`];
      return addresses.has(name) && runs(value) ? [`<${tagName} ${name}="${value.slice(0, 60)}">`] : [];
    });
    if (tagName !== "script") return found;
    if (nonce === undefined || attributeOf(element, "nonce") !== nonce) found.push("a script without the nonce of the page");
    // Values stand in this script as data; one that ended its string too early would leave a script that is none.
    const broken = attributeOf(element, "type") === "module" ? undefined : compileFault(wordsOf(element));
    return broken === undefined ? found : [...found, `a script of the page does not compile: ${broken}`];
  });
}
