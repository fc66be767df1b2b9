import { BookingFacts } from "./components/booking-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { booking } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const bookingPaid = defineMail({
  facts: booking,
  subject: ({ reference }, { t }) => t("booking_paid.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("booking_paid.preview")} heading={t("booking_paid.heading")} to={facts.first_name}>
        <Paragraph>{t("booking_paid.text")}</Paragraph>
        <BookingFacts facts={facts} words={words} />
        <Paragraph>{t("booking_paid.next")}</Paragraph>
      </Layout>
    );
  },
});
