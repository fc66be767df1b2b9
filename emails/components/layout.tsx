import { Container, Head, Heading, Html, Preview } from "react-email";
import type { ReactNode } from "react";

import type { Words } from "../words";
import { light, sans, styleSheet } from "./palette";
import { Paragraph } from "./paragraph";

type LayoutProps = {
  words: Words;
  /** the line a mailbox shows beside the subject */
  preview: string;
  heading: string;
  /** first name; staff mails greet nobody */
  to?: string;
  children: ReactNode;
};

/** The sheet every mail is written on: brand, one heading, what happened, and how to reach a person. */
export function Layout({ words, preview, heading, to, children }: LayoutProps) {
  const { t, company, supportEmail, publicUrl, language } = words;
  return (
    <Html lang={language}>
      <Head>
        <title>{heading}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleSheet}</style>
      </Head>
      {/* Not the package's body: it copies the light ground to a cell that no dark rule can reach. */}
      <body className="canvas" style={{ backgroundColor: light.canvas, margin: 0, padding: 0 }}>
        <Preview>{preview}</Preview>
        <div className="canvas" style={{ backgroundColor: light.canvas, padding: "24px 12px", fontFamily: sans }}>
          <Container style={{ maxWidth: 560, margin: "0 auto" }}>
            <p className="brand" data-skip-in-text="true" style={{ color: light.ink, fontSize: 17, lineHeight: "24px", fontWeight: 600, margin: "0 0 16px 4px" }}>
              {company}
            </p>
            <div className="card" style={{ backgroundColor: light.surface, border: `1px solid ${light.line}`, borderRadius: 10, padding: "28px 32px 12px" }}>
              <Heading as="h1" className="heading" style={{ color: light.ink, fontSize: 22, lineHeight: "28px", fontWeight: 600, margin: "0 0 16px" }}>
                {heading}
              </Heading>
              {to !== undefined && <Paragraph>{t("layout.greeting", { name: to })}</Paragraph>}
              {children}
            </div>
            <div className="footer" style={{ color: light.quiet, fontSize: 13, lineHeight: "20px", padding: "16px 4px 0" }}>
              <p style={{ margin: "0 0 8px" }}>{t("layout.support", { email: supportEmail })}</p>
              <p style={{ margin: 0 }}>{t("layout.sentBy", { company, url: publicUrl })}</p>
            </div>
          </Container>
        </div>
      </body>
    </Html>
  );
}
