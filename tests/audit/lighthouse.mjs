// Reads a list of pages as JSON from standard input, writes a line of JSON for each to standard
// output. One browser for all; each page in a context of its own, at its own instant and scheme.
import { readFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const setClock = readFileSync(new URL("clock.js", import.meta.url), "utf-8");
const pages = JSON.parse(readFileSync(0, "utf-8"));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const judge = async ({ url, at, scheme }) => {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluateOnNewDocument(`(${setClock})(${at})`);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { lhr } = await lighthouse(
      url,
      {
        onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
        disableFullPageScreenshot: true,
        logLevel: "silent",
      },
      undefined, // the default: a phone on a slow network
      page,
    );
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await context.close();
  }
};

const scoresOf = (lhr) => {
  const categories = Object.values(lhr.categories);
  const unjudged = categories.find(({ score }) => score === null);
  if (unjudged) {
    // An audit without a trace to read leaves its category without a score.
    const broken = unjudged.auditRefs.map(({ id }) => lhr.audits[id].errorMessage).find(Boolean);
    throw new Error(`no score for ${unjudged.id}: ${broken ?? "no reason given"}`);
  }
  return {
    scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)])),
    short: categories
      .filter(({ id }) => id !== "performance")
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 1)
      .map(({ title }) => title),
  };
};

for (const page of pages) {
  let answer;
  try {
    answer = scoresOf(await judge(page));
  } catch (error) {
    answer = { failure: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
