import { createElement } from "react";
import { render, toPlainText } from "react-email";
import type { z } from "zod";

import { isMailName, mails } from "./index";
import type { MailKind } from "./mail-kind";
import { wordsFor, type Sender } from "./words";

export type RenderedMail = { subject: string; html: string; text: string };

/** The part of html-to-text's interface that the fact row needs; the package ships no types. */
type TextElement = { name?: string; attribs?: Record<string, string>; children: TextElement[] };
type Walk = (children: TextElement[], builder: TextBuilder) => void;
type TextBuilder = {
  openBlock: (options: { leadingLineBreaks: number }) => void;
  closeBlock: (options: { trailingLineBreaks: number }) => void;
  addInline: (text: string) => void;
};

/** A row of facts reads `label: value` in the text version. */
function factRow(row: TextElement, walk: Walk, builder: TextBuilder): void {
  const cells = row.children.filter(({ name }) => name === "th" || name === "td");
  builder.openBlock({ leadingLineBreaks: 1 });
  cells.forEach((cell, index) => {
    if (index > 0) builder.addInline(": ");
    walk(cell.children, builder);
  });
  builder.closeBlock({ trailingLineBreaks: 1 });
}

/** A button reads `label: address`, the address bare so that every mail program makes it a link. */
function action(link: TextElement, walk: Walk, builder: TextBuilder): void {
  walk(link.children, builder);
  builder.addInline(`: ${link.attribs?.href ?? ""}`);
}

const textOptions = {
  formatters: { factRow, action },
  selectors: [
    { selector: "title", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "h1", options: { uppercase: false } },
    { selector: "tr.fact", format: "factRow" },
    { selector: "a.button", format: "action" },
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  ],
};

async function renderKind<Facts extends z.ZodType>(kind: MailKind<Facts>, props: unknown, language: string, sender: Sender): Promise<RenderedMail> {
  const facts = kind.facts.parse(props);
  const words = wordsFor(language, sender);
  const html = await render(createElement(kind.Mail, { facts, words }));
  return { subject: kind.subject(facts, words), html, text: toPlainText(html, textOptions) };
}

/** HTML, text and subject of a mail. Throws when the name is unknown or a promised fact is missing: such a mail must not go out. */
export async function renderMail(name: string, props: unknown, language: string, sender: Sender): Promise<RenderedMail> {
  if (!isMailName(name)) throw new Error(`there is no mail called ${name}`);
  // One of many kinds: schema and component of an entry belong together, which the union cannot express.
  return renderKind(mails[name] as MailKind, props, language, sender);
}
