import { once } from "node:events";
import puppeteer from "puppeteer-core";

/*
 * A guest with Firefox, driven by WebDriver BiDi as Debian ships it. Runs on the guest's own laptop, because BiDi is spoken over that
 * laptop's loopback:
 *   node test/network/firefox-guest.ts FIREFOX LINK NAME AS WORDS
 * Prints the five pictures it sees as a line of JSON, waits to be let in, says its words, and stays until its input ends.
 */

const [program = "", link = "", name = "", as = "", words = ""] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  headless: true,
  // WebDriver cannot press past the browser's own warning. What the page may do with such a certificate is the same.
  acceptInsecureCerts: true,
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(link);
  await page.locator("::-p-xpath(//button[contains(., 'Open the meeting')])").click();
  await page.locator("::-p-xpath(//input[@id = //label[contains(., 'Your name')]/@for])").fill(name);
  await page.locator(`::-p-xpath(//label[contains(., '${as}')])`).click();
  await page.locator("::-p-xpath(//button[contains(., 'Knock')])").click();
  await page.waitForSelector(".pictures__one");
  const pictures = await page.$$eval(".pictures__name", (names) => names.map(({ textContent }) => textContent));
  console.log(JSON.stringify(pictures));
  await (await page.waitForSelector(".composer [contenteditable='true']"))?.focus();
  await page.keyboard.type(words);
  await page.locator("::-p-xpath(//button[contains(., 'Say it')])").click();
  process.stdin.resume();
  await once(process.stdin, "end");
} finally {
  await browser.close();
}
