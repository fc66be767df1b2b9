/** The member's bookings, and what they make of the member. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { BookingTable } from "~/components/member/bookings/booking-table";
import { BuyerCard } from "~/components/member/bookings/buyer-card";
import { NetworkTabs } from "~/components/member/network-tabs";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, LinkButton, Page, PageHeader, Pager } from "~/components/ui";
import { memberBookings } from "~/db/ev.server";

export const handle: MemberHandle = { title: "ev:bookings.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get("cursor");
  return withMember(request, async (token) => data(await memberBookings(token, { cursor })));
}

export default function Bookings() {
  const { t } = useTranslation("ev");
  const { items, next, active_buyer, net_paid, active_buyer_amount, currency, periods } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("bookings.title")} lead={t("bookings.lead")} actions={<LinkButton to="/vehicles">{t("bookings.new")}</LinkButton>} />
      <NetworkTabs />
      <div className="grid items-start gap-6 md:grid-cols-[1.8fr_1fr]">
        <Card padded={false}>
          <BookingTable
            bookings={items}
            empty={
              <EmptyState title={t("bookings.empty.title")} action={<LinkButton to="/vehicles" look="secondary">{t("bookings.new")}</LinkButton>}>
                {t("bookings.empty.text")}
              </EmptyState>
            }
          />
          <Pager next={next} />
        </Card>
        <BuyerCard active={active_buyer} paid={net_paid} needed={active_buyer_amount} currency={currency} periods={periods} />
      </div>
    </Page>
  );
}
