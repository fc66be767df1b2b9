import { useTranslation } from "react-i18next";

import { Badge, DateText } from "~/components/ui";
import type { KycDocument } from "~/db/compliance.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

type Props = { documents: KycDocument[]; editable: boolean; requestKey: string };

/** What was added: kind, the last four of its number, its file, and how to take it out again. */
export function DocumentList({ documents, editable, requestKey }: Props) {
  const { t } = useTranslation("member");
  return (
    <ul className="divide-y divide-line">
      {documents.map((document) => {
        const kind = t(`kyc.kind.${document.kind}`);
        return (
          <li key={document.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3.5 sm:px-5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-strong">
                {kind} <span className="numeral font-normal text-quiet">…{document.last4}</span>
                {document.expired ? <Badge tone="danger">{t("kyc.ended")}</Badge> : null}
              </p>
              <p className="text-sm text-quiet">
                {document.ifsc ? <>{t("destinations.ifsc")} {document.ifsc} · </> : null}
                {document.expires_on ? <>{t("kyc.validUntil")} <DateText value={document.expires_on} /> · </> : null}
                <a href={`/resources/kyc-files/${document.id}`} className="link wrap-anywhere" download>
                  {document.file_name}
                </a>
              </p>
            </div>
            {editable ? (
              <Form id={`remove-${document.id}`}>
                <Hidden name="intent" value="remove" />
                <Hidden name="document" value={document.id} />
                <RequestKey value={requestKey} />
                <SubmitButton look="secondary" compact>
                  {t("kyc.remove")}
                  <span className="sr-only">: {kind}</span>
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
