import { BookingFacts } from "./components/booking-facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { booking } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const bookingRefunded = defineMail({
  facts: booking,
  subject: ({ reference }, { t }) => t("booking_refunded.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("booking_refunded.preview")} heading={t("booking_refunded.heading")} to={facts.first_name}>
        <Paragraph>{t("booking_refunded.text")}</Paragraph>
        <BookingFacts facts={facts} words={words} />
        <Paragraph>{t("booking_refunded.next")}</Paragraph>
      </Layout>
    );
  },
});
