/** Booking a vehicle: choose how the rest is paid, check, confirm. Nothing is paid here; the booking's own page says how. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { VehiclePicture } from "~/components/ev/vehicle-picture";
import { CheckAnswers } from "~/components/member/check-answers";
import { ConfirmForm } from "~/components/member/confirm-form";
import type { MemberHandle } from "~/components/member/place";
import { Card, DescriptionList, Money, Page, PageHeader } from "~/components/ui";
import { memberBook, memberVehicle } from "~/db/ev.server";
import { Form, Hidden, RequestKey, SelectField, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { amountShape } from "~/money/amount";

export const handle: MemberHandle<{ vehicle: { name: string } }> = { title: (loaded) => loaded?.vehicle.name ?? "ev:vehicles.title", place: "network" };

/** What is offered; the database takes any number from 1 to 120. */
const counts = [3, 6, 12, 18, 24, 36, 48, 60];
const days = Array.from({ length: 31 }, (_none, at) => at + 1);

const whole = (most: number) => z.coerce.number().int().min(1).max(most);

const schema = () =>
  z.object({
    intent: z.enum(["check", "confirm", "change"]).default("check"),
    price: z.string().regex(amountShape, { error: "invalid_amount" }),
    parts: z.union([z.literal("none"), whole(120)]),
    day: whole(31),
    key: requestKey(),
  });

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberVehicle(token, params.id ?? "")), key: newRequestKey() }));
}

export function action({ request, params }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    const { intent, price, parts, day, key } = submission.value;
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "check") {
        // Who may not book is told before anything is confirmed.
        await memberVehicle(token, params.id ?? "", true);
        return data({ check: { price, parts, day }, key });
      }
      const chosen = parts === "none" ? { parts: null, day: null } : { parts, day };
      const { booking } = await memberBook(token, { vehicle: params.id ?? "", price, ...chosen, key });
      return redirect(`/bookings/${booking}?new=1`);
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["parts", "day"] });
    }
  });
}

export default function BookVehicle() {
  const { t } = useTranslation("ev");
  const { vehicle, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("vehicles.title"), to: "/vehicles" }, { label: vehicle.name }];
  if (answer && "check" in answer) {
    const { price, parts, day } = answer.check;
    return (
      <Page width="form">
        <PageHeader title={t("book.checkTitle")} lead={t("book.checkLead")} crumbs={crumbs} />
        <CheckAnswers
          title={vehicle.name}
          answers={[
            { term: t("booking.price"), value: <Money amount={price} currency={vehicle.currency} /> },
            { term: t("book.first"), value: <Money amount={vehicle.first_payment} currency={vehicle.currency} /> },
            { term: t("book.rest"), value: parts === "none" ? t("book.none") : t("book.parts", { count: parts }) },
            parts === "none" ? null : { term: t("book.day"), value: t("book.dayOf", { day }), note: t("book.dayNote") },
          ]}
          next={[t("book.next.pay"), t("book.next.confirm"), ...(parts === "none" ? [] : [t("book.next.schedule")])]}
        >
          <ConfirmForm values={{ price, parts: `${parts}`, day: `${day}` }} requestKey={answer.key} label={t("book.confirm")} />
        </CheckAnswers>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={vehicle.name} crumbs={crumbs} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <VehiclePicture large src={vehicle.picture ? `/resources/vehicles/${vehicle.picture}` : null} />
          <Card>
            <DescriptionList
              items={[
                { term: t("booking.price"), value: <Money amount={vehicle.price} currency={vehicle.currency} /> },
                { term: t("book.first"), value: <Money amount={vehicle.first_payment} currency={vehicle.currency} /> },
              ]}
            />
          </Card>
        </div>
        <Card title={t("book.title")}>
          <Form answer={answer} defaults={{ parts: "12", day: "5" }}>
            <SelectField
              name="parts"
              label={t("book.rest")}
              hint={t("book.restHint")}
              options={[{ value: "none", label: t("book.none") }, ...counts.map((count) => ({ value: `${count}`, label: t("book.parts", { count }) }))]}
            />
            <SelectField name="day" label={t("book.day")} hint={t("book.dayHint")} options={days.map((day) => ({ value: `${day}`, label: `${day}` }))} />
            <Hidden name="price" value={vehicle.price} />
            <RequestKey value={key} />
            <SubmitButton name="intent" value="check">
              {t("book.continue")}
            </SubmitButton>
          </Form>
        </Card>
      </div>
    </Page>
  );
}
