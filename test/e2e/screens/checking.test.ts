import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeNotice } from "../../../shared/export/bundle.ts";
import { agreedTo, bundleFor, gp, later, proven, toBeProven } from "../../cast/proven.ts";
import { ellen, karim, layla, samira } from "../../cast/seven-voices.ts";
import { withdrawnBy } from "../../cast/withdrawn.ts";
import type { GivenFile } from "./every-page.ts";
import { changedPage, letter, page, proof } from "./files-to-check.ts";
import { Keyboard } from "./keyboard.ts";
import { openGallery, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
const asked: string[] = [];
beforeAll(async () => {
  gallery = await openGallery();
  gallery.page.on("request", (request) => asked.push(request.url()));
});
afterAll(() => gallery.close());

const result = (file: string) => gallery.page.getByRole("region", { name: file, exact: true });

async function give(...files: readonly GivenFile[]): Promise<void> {
  const button = gallery.page.getByRole("button", { name: "Choose files" });
  const [chooser] = await Promise.all([gallery.page.waitForEvent("filechooser"), button.press("Enter")]);
  await chooser.setFiles([...files]);
  for (const { name } of files) await result(name).waitFor();
}

const asFile = (name: string, text: string): GivenFile => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

describe("checking a record that someone shows", () => {
  it("is found on the first page, and works where nothing can be reached", async () => {
    await gallery.show("nothing", "#/");
    await gallery.page.getByRole("link", { name: "Check an agreed record" }).press("Enter");
    await gallery.page.getByRole("heading", { name: "Check an agreed record" }).waitFor();
    await gallery.page.context().setOffline(true);
    asked.length = 0;
    await give(await page("GP", gp), await proof("network"));
    await gallery.page.context().setOffline(false);
    expect(asked).toEqual([]);
    await gallery.page.getByRole("status").filter({ hasText: "It is checked." }).waitFor();
    for (const file of ["GP.html", "Samira’s-meeting.polyphony"]) {
      await result(file).getByText("This is exactly what every voice in it said yes to.").waitFor();
    }
    const copy = result("GP.html");
    await copy.getByText("Dr Brandt").waitFor();
    await copy.getByText(/^Samira’s brother said yes on/).waitFor();
    await copy.getByText(/^Jo said yes on .* said aloud, written down by Ellen, heard by Tomas/).waitFor();
    // As a paper has them, to be compared with it.
    for (const { id } of [samira, layla]) await copy.getByText(`End of the key: z6Mk…${id.slice(-8)}`).waitFor();
    await copy.getByText("The names are as the file gives them.").waitFor();
    expect(await copy.textContent()).not.toContain("Karim");
    // The copy's own text, and nothing that is not meant for its reader.
    await copy.getByRole("heading", { name: "What we will do" }).waitFor();
    await expect.poll(() => copy.getByText("In our own words").count()).toBe(0);
  });

  it("says which part was changed, and calls a file without a proof neither true nor false", async () => {
    await gallery.show("nothing", "#/check");
    const said = (await bundleFor("network")).replace("I’m frightened", "I’m well");
    await give(await changedPage("page"), asFile("said.polyphony", said), letter);
    await result("said.polyphony").getByText("This is not as it was agreed.").waitFor();
    await result("said.polyphony").getByText("It is not proven.").waitFor();
    await result("page.html").getByText("was changed after it was taken along.").waitFor();
    await result("page.html").getByText("The file: changed since.").waitFor();
    await result("said.polyphony")
      .getByText(/^In our own words, number \d+, \w+: changed since\.$/)
      .waitFor();
    await result("letter.txt").getByText("Nothing can be said about this file.").waitFor();
    await expect.poll(() => result("letter.txt").getByText("said yes").count()).toBe(0);
    // Whoever changes a file leaves the keys in it as they were.
    await expect.poll(() => result("said.polyphony").getByText("End of the key").count()).toBe(0);
  });

  it("lets files tell of each other: a yes taken back, and a later record", async () => {
    await gallery.show("nothing", "#/check");
    await give(await proof("network"));
    const copy = result("Samira’s-meeting.polyphony");
    await copy.getByText("As far as these files know").waitFor();
    const withdrawn = await withdrawnBy(proven, karim);
    const made = await makeNotice({ proposed: withdrawn, supersededBy: null, madeBy: ellen, madeAtMs: Date.now() });
    await give(asFile("notice.polyphony", made.ok ? made.value : made.reason));
    await copy.getByText(/^Karim took this yes back on/).waitFor();
    await result("notice.polyphony").getByText("This notice holds.").waitFor();
    await give(asFile("later.polyphony", await bundleFor("network", later)));
    await copy.getByText(/^A later record was agreed on .* Who said yes to it: .*Karim/).waitFor();
    await expect.poll(() => copy.getByText("Not asked in it").count()).toBe(0);
    await gallery.page.getByRole("button", { name: "Put these away" }).press("Enter");
    await copy.waitFor({ state: "detached" });
    await gallery.page.getByRole("status").filter({ hasText: "They are put away." }).waitFor();
    await expect.poll(() => new Keyboard(gallery.page).isOn()).toBe("Choose files");
  });

  it("tells of a page that was changed what has become of the record inside it, and who was not asked again", async () => {
    await gallery.show("nothing", "#/check");
    const withdrawn = await withdrawnBy(proven, karim);
    const made = await makeNotice({ proposed: withdrawn, supersededBy: null, madeBy: ellen, madeAtMs: Date.now() });
    const voices = toBeProven.voices.filter(({ id }) => id === ellen.id);
    const emptied = { summary: [], decisions: [], utterances: [] };
    const alone = await agreedTo({ ...toBeProven, ...emptied, voices, supersedes: proven.digest });
    await give(
      await changedPage("page"),
      asFile("notice.polyphony", made.ok ? made.value : made.reason),
      asFile("later.polyphony", await bundleFor("network", alone)),
    );
    const page = result("page.html");
    await page.getByText("was changed after it was taken along.").waitFor();
    await page.getByText(/^Karim took this yes back on/).waitFor();
    await page.getByText(/Who said yes to it: Ellen\. Not asked in it: Samira, Layla, .* and Tomas\.$/).waitFor();
  });

  it("takes files that are dropped", async () => {
    await gallery.show("nothing", "#/check");
    const folder = await mkdtemp(join(tmpdir(), "polyphony-check-"));
    const path = join(folder, "dropped.polyphony");
    await writeFile(path, await bundleFor("network"));
    const at = await gallery.page.locator(".check__drop").boundingBox();
    const browser = await gallery.page.context().newCDPSession(gallery.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await browser.send("Input.dispatchDragEvent", { type, x: (at?.x ?? 0) + 20, y: (at?.y ?? 0) + 20, data });
    }
    await result("dropped.polyphony").getByText("This is exactly what every voice in it said yes to.").waitFor();
    await rm(folder, { recursive: true });
  });
});
