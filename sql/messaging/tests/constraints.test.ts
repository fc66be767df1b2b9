/** The checks of messaging: a good row of each table, spoilt in one way at a time, is refused by that check. */
import { expect, test } from "vitest";

import { goodId as id, notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["messaging.announcements", "told_at = now()", "only_what_is_to_be_told_was_told"],
  ["messaging.notices", `announcement_id = ${id(160)} where id = ${id(26)}`, "a_notice_of_an_announcement_names_it"],
  ["messaging.notices", `announcement_id = null where id = ${id(27)}`, "a_notice_of_an_announcement_names_it"],
  ["messaging.announcements", "version = 0", "announcement_versions_count_from_one"],
  ["messaging.announcements", "published_by = null", "a_published_announcement_says_by_whom"],
  ["messaging.announcements", "withdrawn_by = null", "a_withdrawn_announcement_says_by_whom"],
  ["messaging.announcements", "published_at = null, published_by = null", "only_a_published_announcement_is_withdrawn"],
  ["messaging.announcement_versions", "number = 0", "announcement_texts_count_from_one"],
  ["messaging.announcement_versions", "audience = 'some'", "announcement_audience_is_known"],
  ["messaging.announcement_versions", "until_at = from_at", "an_announcement_ends_after_it_begins"],
  ["messaging.announcement_versions", "title_en = ''", "announcement_title_is_one_to_120"],
  ["messaging.announcement_versions", "body_en = repeat('x', 4001)", "announcement_text_is_one_to_4000"],
  ["messaging.announcement_versions", "title_es = repeat('x', 121)", "spanish_announcement_title_is_one_to_120"],
  ["messaging.announcement_versions", "body_es = ''", "spanish_announcement_text_is_one_to_4000"],
  ["messaging.announcement_versions", "title_hi = ''", "hindi_announcement_title_is_one_to_120"],
  ["messaging.announcement_versions", "body_hi = repeat('x', 4001)", "hindi_announcement_text_is_one_to_4000"],
  ["messaging.announcement_versions", "title_es = null", "a_spanish_announcement_is_whole"],
  ["messaging.announcement_versions", "body_hi = null", "a_hindi_announcement_is_whole"],
  ["messaging.attachments", "name = ''", "attachment_name_is_bounded"],
  ["messaging.attachments", "mime = 'text/html'", "attachment_is_pdf_png_or_jpeg"],
  ["messaging.attachments", "bytes = 10485761", "attachment_is_at_most_ten_megabytes"],
  ["messaging.attachments", "sha256 = '\\x00'", "attachment_hash_is_sha256"],
  ["messaging.messages", "no = 0 where no = 2", "messages_are_numbered_from_one"],
  ["messaging.messages", "side = 'nobody'", "message_side_is_known"],
  ["messaging.messages", "body = ''", "message_body_is_bounded"],
  ["messaging.messages", "body = repeat('x', 5001)", "message_body_is_bounded"],
  ["messaging.notices", "kind = 'news'", "notice_kind_is_known"],
  ["messaging.notices", "template = 'Welcome'", "notice_template_is_named"],
  ["messaging.threads", "kind = 'chat', acknowledge_by = null, resolve_by = null, acknowledged_at = null", "thread_kind_is_known"],
  ["messaging.threads", "subject = repeat('x', 121)", "thread_subject_is_bounded"],
  ["messaging.threads", "member_wrote = -1, staff_read = -1", "a_side_writes_forwards"],
  ["messaging.threads", "member_read = 3", "members_read_what_staff_wrote"],
  ["messaging.threads", "staff_read = 2", "staff_read_what_members_wrote"],
  ["messaging.threads", "resolve_by = null", "a_grievance_and_nothing_else_has_clocks"],
  ["messaging.threads", "kind = 'question', acknowledged_at = null", "a_grievance_and_nothing_else_has_clocks"],
  ["messaging.threads", "kind = 'question', acknowledge_by = null, resolve_by = null", "only_a_grievance_is_acknowledged"],
  ["messaging.threads", "acknowledged_at = null", "a_grievance_is_acknowledged_before_it_is_resolved"],
];

test("every check of messaging refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("messaging", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
