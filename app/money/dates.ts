/** Dates for people: always with the month's name, so nobody takes 3/4 for April or March. */

/** Browsers and Node disagree on "Sep" or "Sept"; fixed lists keep the server's page and the browser's the same. */
const monthNames: Record<string, string[]> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  es: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
  // Hindi names are short, and their abbreviations are read by few.
  hi: ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"],
};

function parts(value: string, zone: string): Record<string, string> {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: instant === value ? zone : "UTC",
    timeZoneName: "short",
  });
  return Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

function monthName(month: string, language: string): string {
  const index = Number.parseInt(month, 10) - 1;
  return monthNames[language]?.[index] ?? month;
}

/** "3 Mar 2027" for "2027-03-03", or for an instant as seen from `zone`. */
export function formatDate(value: string, language = "en", zone = "UTC"): string {
  const { day = "", month = "", year = "" } = parts(value, zone);
  return `${day.replace(/^0/, "")} ${monthName(month, language)} ${year}`;
}

/** "3 Mar 2027, 10:05 UTC": an instant always names its zone. */
export function formatTime(value: string, language = "en", zone = "UTC"): string {
  const { hour = "", minute = "", timeZoneName = zone } = parts(value, zone);
  return `${formatDate(value, language, zone)}, ${hour}:${minute} ${timeZoneName}`;
}

/** "Mar 2027" for any day of that month. */
export function formatMonth(day: string, language = "en"): string {
  const { month = "", year = "" } = parts(day, "UTC");
  return `${monthName(month, language)} ${year}`;
}

/** The calendar has this day: 30 February would become 2 March on the way through a Date. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
