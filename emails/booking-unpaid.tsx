import { BookingFacts } from "./components/booking-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { booking } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const bookingUnpaid = defineMail({
  facts: booking,
  subject: ({ reference }, { t }) => t("booking_unpaid.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("booking_unpaid.preview")} heading={t("booking_unpaid.heading")} to={facts.first_name}>
        <Paragraph>{t("booking_unpaid.text")}</Paragraph>
        <BookingFacts facts={facts} words={words} />
        <Paragraph>{t("booking_unpaid.next")}</Paragraph>
      </Layout>
    );
  },
});
