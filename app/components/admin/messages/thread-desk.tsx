import { useTranslation } from "react-i18next";

import { answerFor } from "~/forms/answer";
import { Card } from "~/components/ui";
import type { StaffThread } from "~/db/messaging-staff.server";
import { Form, Hidden, RequestKey, SelectField, SubmitButton, TextareaField } from "~/forms";
import { Disclosure } from "../disclosure";

type Props = { thread: StaffThread["thread"]; colleagues: StaffThread["colleagues"]; me: string; requestKey: string; answer: unknown };

/** Who answers, the grievance's acknowledgement, and the end. */
export function ThreadDesk({ thread, colleagues, me, requestKey, answer }: Props) {
  const { t } = useTranslation("admin");
  const grievance = thread.kind === "grievance";
  const open = thread.state === "open";
  return (
    <>
      {grievance && open && thread.clocks?.acknowledged_at === null ? (
        <Card title={t("message.acknowledge")}>
          <p className="mb-4 text-sm text-quiet">{t("message.acknowledgeText")}</p>
          <Form id="acknowledge" answer={answerFor(answer, "acknowledge")}>
            <SubmitButton name="intent" value="acknowledge">
              {t("message.acknowledgeNow")}
            </SubmitButton>
          </Form>
        </Card>
      ) : null}
      <Card title={t("messages.assignee")}>
        <div className="flex flex-wrap items-end gap-3">
          <Form id="assign" answer={answerFor(answer, "assign")} defaults={{ to: thread.assignee?.id ?? "" }} className="grow">
            <Hidden name="intent" value="assign" />
            <SelectField name="to" label={t("message.assignTo")} optional options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
            <SubmitButton look="secondary">{t("message.assign")}</SubmitButton>
          </Form>
          {thread.assignee?.id === me || !colleagues.some(({ id }) => id === me) ? null : (
            <Form id="take">
              <Hidden name="intent" value="assign" />
              <Hidden name="to" value={me} />
              <SubmitButton look="secondary">{t("message.take")}</SubmitButton>
            </Form>
          )}
        </div>
      </Card>
      {open ? (
        <Disclosure summary={t(grievance ? "message.resolve" : "message.close")} open={answerFor(answer, "close") !== undefined}>
          <Form id="close" answer={answerFor(answer, "close")}>
            <Hidden name="intent" value="close" />
            <TextareaField name="resolution" label={t(grievance ? "message.resolution" : "message.lastWords")} hint={t(grievance ? "message.resolutionHint" : "message.lastWordsHint")} optional={!grievance} maxLength={5000} dir="auto" />
            <RequestKey value={requestKey} />
            <SubmitButton look="danger">{t(grievance ? "message.resolveNow" : "message.closeNow")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : (
        <Card title={t("message.closed")}>
          <p className="mb-4 text-sm text-quiet">{t("message.closedText")}</p>
          <Form id="reopen" answer={answerFor(answer, "reopen")}>
            <SubmitButton look="secondary" name="intent" value="reopen">
              {t("message.reopen")}
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
