/** XML to plain objects, element by element: strict about its form, deaf to document types, and never longer busy than a moment. */
import { setImmediate as others } from "node:timers/promises";

import { SaxesParser } from "saxes";

import { unreadable } from "./statement";

/** An element: its text, or its children by local name; `@name` for attributes, `#text` beside them. */
export type XmlNode = string | { [name: string]: XmlNode | XmlNode[] };

type Reading = {
  /** elements of which there may be several: always a list */
  many: ReadonlySet<string>;
  /** this element is handed over when it ends instead of being kept */
  taken: string;
  take: (node: XmlNode, withinNo: number) => void;
  /** which of these it stood in, from 0 */
  within: string;
};

type Open = { name: string; children: Record<string, XmlNode | XmlNode[]>; text: string };

const chunk = 256 * 1024;
/** Deeper than any statement; a file of brackets alone ends here. */
const deepest = 60;

function closed({ children, text }: Open): XmlNode {
  const words = text.trim();
  if (Object.keys(children).length === 0) return words;
  return words === "" ? children : { ...children, "#text": words };
}

function attach(parent: Open, name: string, node: XmlNode, many: ReadonlySet<string>): void {
  const there = parent.children[name];
  if (!many.has(name)) parent.children[name] ??= node;
  else if (Array.isArray(there)) there.push(node);
  else parent.children[name] = [node];
}

/** Answers what stands in the root element. Throws `UnreadableStatement` for anything that is not well-formed or has a document type. */
export async function readXml(xml: string, { many, taken, take, within }: Reading): Promise<XmlNode> {
  // Names are taken without their prefix; what it stands for differs with every version of the format.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const stack: Open[] = [];
  let root: XmlNode = "";
  let withinNo = -1;
  // A document type brings entities, and entities bring other files or endless text.
  parser.on("doctype", () => unreadable("statement_doctype"));
  parser.on("error", () => unreadable("statement_unreadable"));
  parser.on("opentag", ({ name, attributes }) => {
    const local = name.slice(name.indexOf(":") + 1);
    if (stack.length >= deepest) unreadable("statement_unreadable");
    if (local === within) withinNo += 1;
    const children: Open["children"] = Object.create(null) as Open["children"];
    for (const [attribute, value] of Object.entries(attributes)) if (!attribute.startsWith("xmlns")) children[`@${attribute}`] = value;
    stack.push({ name: local, children, text: "" });
  });
  const onText = (text: string) => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", () => {
    const open = stack.pop();
    if (!open) return;
    const node = closed(open);
    const parent = stack.at(-1);
    if (open.name === taken) take(node, withinNo);
    else if (parent) attach(parent, open.name, node, many);
    else root = node;
  });
  for (let at = 0; at < xml.length; at += chunk) {
    parser.write(xml.slice(at, at + chunk));
    await others();
  }
  parser.close();
  return root;
}
