// Searches in Firefox, on a site lying on the disk: node firefox.cjs PROGRAM ROOT. Says what it saw as JSON.
const puppeteer = require("puppeteer-core");

const PATIENCE = 120_000; // milliseconds: the machine may be busy with other things
const [, , executablePath, root] = process.argv;

async function visited(browser) {
  const trouble = [];
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 800 });
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("console", (said) => said.type() === "error" && trouble.push(`console: ${said.text()}`));
  page.on("request", (request) => /^(file|data|about):/.test(request.url()) || trouble.push(`foreign: ${request.url()}`));
  const texts = (selector) => page.$$eval(selector, (found) => found.map((each) => each.textContent));

  await page.goto(`${root}index.html`);
  await page.keyboard.press("/");
  await page.keyboard.type("harbor pact");
  await page.waitForSelector(".ba-option--result");
  const options = await texts(".ba-option--result .ba-option__title");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".ba-result");
  const results = await texts(".ba-result h3");
  await page.click(".ba-facet__values input");
  await page.waitForSelector(".ba-chip");
  const chosen = await page.evaluate(() => location.href);
  await back(page);
  await page.waitForFunction(() => !document.querySelector(".ba-chip"));
  await page.click(".ba-result h3 a");
  await page.waitForSelector("mark.ba-arrived");
  const marks = await texts("mark.ba-arrived");
  await page.click(".ba-marks button:last-child");
  await back(page);
  await page.waitForSelector(".ba-result");
  const left = await page.evaluate(() => location.href);
  return { options, results, chosen, marks, left, trouble };
}

// Not page.goBack(), which waits for a page to load where only the address changes.
function back(page) {
  return page.evaluate(() => void setTimeout(() => history.back()));
}

(async () => {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, timeout: PATIENCE });
  try {
    console.log(JSON.stringify(await visited(browser)));
  } finally {
    await browser.close();
  }
})();
