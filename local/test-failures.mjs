/** Which tests failed, from the runners' JSON reports: a line each, for the end of the output, where it is read. */

/** Vitest's JSON report, parsed or null. @returns {string[]} `file › test: first line of the reason` */
export function vitestFailures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && file.status === "failed") return [`${file.name}: ${firstLine(file.message)}`];
    return failed.map((test) => `${file.name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });
}

/** Playwright's JSON report, parsed or null; one that passed only when repeated is named too. @returns {string[]} */
export function playwrightFailures(report) {
  return (report?.suites ?? []).flatMap(failuresOfSuite);
}

function failuresOfSuite(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map((test) => `${spec.file} › ${spec.title}: ${firstLine(firstError(test))}`),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresOfSuite)];
}

function firstError(test) {
  return test.results.find(({ error }) => error)?.error.message;
}

/** Without the colours a terminal would show. */
function firstLine(text = "no reason given") {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
  const plain = String(text).replace(/\u001b\[[0-9;]*m/g, "");
  return plain.trim().split("\n", 1)[0].slice(0, 300);
}
