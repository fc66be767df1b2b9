import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, DescriptionList, type Description } from "~/components/ui";

type Props = { title: ReactNode; answers: (Description | null | false)[]; next: string[]; children: ReactNode };

/** What will be done, with every figure, and what happens after it; nothing has been written when this is shown. */
export function CheckAnswers({ title, answers, next, children }: Props) {
  const { t } = useTranslation("member");
  const top = useRef<HTMLDivElement>(null);
  // After a post by script nothing tells that the page became another one.
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className="flex flex-col gap-6 outline-none">
      <Card title={title}>
        <DescriptionList items={answers} />
      </Card>
      <section>
        <h2 className="text-base">{t("check.next")}</h2>
        <ol className="mt-2 flex list-decimal flex-col gap-1 pl-5 text-sm text-quiet">
          {next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {children}
    </div>
  );
}
