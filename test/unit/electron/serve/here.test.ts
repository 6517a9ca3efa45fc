import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest, type IncomingHttpHeaders } from "node:http";
import { request as secureRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { serve, type Served } from "../../../../electron/serve/serve.ts";

let place = "";
let served: Served;
let host = "";
const room = "127.0.0.2";

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "polyphony-here-"));
  writeFileSync(join(place, "index.html"), "<!doctype html><title>Polyphony</title>");
  const certificate = { folder: join(place, "certificate") };
  served = await serve({ directory: place, port: 0, certificate, addresses: () => [room] });
  ({ host } = new URL(served.url));
});
afterAll(async () => {
  await served.close();
  rmSync(place, { recursive: true });
});

interface Wish {
  readonly method?: string;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: string;
}

const own = { "X-Polyphony": "1" };

function ask(
  url: string,
  { method = "GET", headers = {}, body = "" }: Wish,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? secureRequest : plainRequest;
    const asked = send(url, { method, headers, rejectUnauthorized: false, agent: false }, (response) => {
      let answer = "";
      response.on("data", (chunk: Buffer) => (answer += chunk.toString("utf8")));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: answer }));
    });
    asked.on("error", reject).end(body);
  });
}

const here = (wish: Wish) => ask(`${served.url}here`, wish);
const post = (body: string, headers: IncomingHttpHeaders = {}) =>
  here({ method: "POST", headers: { ...own, Origin: `http://${host}`, ...headers }, body });

describe.skipIf(process.platform !== "linux")("the window on this machine", () => {
  test("opens the room, sees where it is, and closes it", async () => {
    expect(JSON.parse((await here({ headers: own })).body)).toEqual(served.room.view());
    const opened = await post('{"open":true}');
    expect(opened.status).toBe(200);
    expect(JSON.parse(opened.body)).toMatchObject({
      isOpen: true,
      addresses: [`https://${room}:${new URL(served.url).port}/`],
    });
    expect(served.room.view().isOpen).toBe(true);
    expect((await post('{"look":true}')).status).toBe(200);
    expect(JSON.parse((await post('{"open":false}')).body)).toMatchObject({ isOpen: false });
    expect(served.room.view().isOpen).toBe(false);
  });

  test("is told when the room cannot be opened", async () => {
    const bare = await serve({ directory: place, port: 0 });
    const origin = new URL(bare.url).origin;
    const refused = await ask(`${bare.url}here`, {
      method: "POST",
      headers: { ...own, Origin: origin },
      body: '{"open":true}',
    });
    expect(refused.status).toBe(409);
    await bare.close();
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '{"open":1}',
    '{"open":true,"more":1}',
    '{"look":false}',
    `{"open":${" ".repeat(9999)}true}`,
  ])("is refused what makes no sense: %s", async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(served.room.view().isOpen).toBe(false);
  });

  test("asks in no other way", async () => {
    expect((await here({ method: "DELETE", headers: { ...own, Origin: `http://${host}` } })).status).toBe(405);
  });
});

describe.skipIf(process.platform !== "linux")("anyone else finds nothing here", () => {
  test.each([
    ["a page that sends no header of ours", { headers: {} }],
    ["a page led here under another name", { headers: { ...own, Host: "evil.example" } }],
    ["a page led here by the room's address", { headers: { ...own, Host: "192.168.1.5:4807" } }],
    ["a page of another origin", { headers: { ...own, Origin: "https://evil.example" } }],
    ["a page of another port on this machine", { headers: { ...own, Origin: "http://127.0.0.1:1" } }],
    ["a page that has no origin", { headers: { ...own, Origin: "null" } }],
    ["a frame in another page", { headers: { ...own, "Sec-Fetch-Site": "cross-site" } }],
    ["a page of another port, as browsers say", { headers: { ...own, "Sec-Fetch-Site": "same-site" } }],
    ["a form", { method: "POST", headers: own, body: '{"open":true}' }],
  ] as const)("%s", async (_, wish) => {
    expect((await here(wish)).status).toBe(404);
    expect(served.room.view().isOpen).toBe(false);
  });

  test("a guest, over https and without, whatever they send", async () => {
    await served.room.openRoom();
    const port = new URL(served.url).port;
    const headers = { ...own, Host: host, Origin: `http://${host}` };
    for (const wish of [{ headers }, { method: "POST", headers, body: '{"open":false}' }]) {
      const answered = await ask(`https://${room}:${port}/here`, wish);
      expect([404, 405]).toContain(answered.status);
      expect(answered.body).toBe("");
      expect([308, 405]).toContain((await ask(`http://${room}:${port}/here`, wish)).status);
    }
    expect((await ask(`https://${room}:${port}/here`, { headers: own })).status).toBe(404);
    expect(served.room.view().isOpen).toBe(true);
    await served.room.closeRoom();
  });

  test("offers an invitation to whoever comes by address alone, while the room is open", async () => {
    const door = `https://${room}:${new URL(served.url).port}/door`;
    expect((await post('{"offer":"#join=AAAA"}')).status).toBe(200);
    await post('{"open":true}');
    expect(await ask(door, {})).toEqual({ status: 200, body: '{"invitation":"#join=AAAA"}' });
    expect((await ask(door, { method: "POST" })).status).toBe(405);
    expect((await ask(door, { headers: { Host: "stranger.example" } })).status).toBe(421);
    await post('{"offer":null}');
    expect(await ask(door, {})).toEqual({ status: 200, body: '{"invitation":null}' });
    for (const nonsense of ['{"offer":"#join="}', '{"offer":"https://a.example"}', '{"offer":1}']) {
      expect((await post(nonsense)).status).toBe(400);
    }
    await post('{"open":false}');
  });
});
