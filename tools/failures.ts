/**
 * What failed, read from the reports of Vitest and Playwright: said again after everything else, since the end of a long
 * output is what people see of it.
 */
type VitestReport = { testResults?: { name?: string; message?: string; assertionResults?: { status?: string; fullName?: string; failureMessages?: string[] }[] }[] };
type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs?: PlaywrightSpec[] };
type PlaywrightSpec = { ok?: boolean; file?: string; title?: string; tests?: { projectName?: string; status?: string; results?: { errors?: { message?: string }[] }[] }[] };

/** So much of a message is its beginning: the assertion with what was expected and what came. */
const LINES = 20;

const colours = new RegExp(String.raw`${String.fromCharCode(27)}\[[0-9;]*m`, "g");

function shortened(where: string, message: string | undefined): string {
  const lines = (message ?? "(without a message)").replace(colours, "").split("\n").slice(0, LINES);
  return [where, ...lines.map((line) => `    ${line}`)].join("\n");
}

/** The failed tests of a Vitest JSON report, and the files that did not load. */
export function vitestFailures(report: VitestReport): string[] {
  return (report.testResults ?? []).flatMap((file) => {
    const failed = (file.assertionResults ?? []).filter((one) => one.status === "failed");
    if (failed.length === 0 && file.message) return [shortened(file.name ?? "", file.message)];
    return failed.map((one) => shortened(`${file.name ?? ""} › ${one.fullName ?? ""}`, one.failureMessages?.[0]));
  });
}

/** The failed tests of a Playwright JSON report, those too that passed at a second try. */
export function playwrightFailures(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    (spec.tests ?? [])
      .filter((test) => test.status === "unexpected" || test.status === "flaky")
      .map((test) => shortened(`${spec.file ?? ""} [${test.projectName ?? ""}] › ${spec.title ?? ""} (${test.status ?? ""})`, test.results?.[0]?.errors?.[0]?.message)),
  );
  return [...own, ...(suite.suites ?? []).flatMap(playwrightFailures)];
}
