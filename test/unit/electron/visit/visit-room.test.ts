import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createPlain, type RequestListener } from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { makeCertificate, makeKey } from "../../../../electron/certificate/make-certificate.ts";
import { serve } from "../../../../electron/serve/serve.ts";
import { visitRoom } from "../../../../electron/visit/visit-room.ts";

let place = "";
const running: { close(): unknown }[] = [];

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "polyphony-visit-"));
  writeFileSync(join(place, "index.html"), "<!doctype html><title>Polyphony</title>");
});
afterAll(() => rmSync(place, { recursive: true }));
afterEach(() => Promise.all(running.splice(0).map((one) => one.close())));

/** A room that is really open, at an address of loopback that stands for one of the network. */
async function openRoom() {
  const certificate = { folder: join(place, "certificate") };
  const served = await serve({ directory: place, port: 0, certificate, addresses: () => ["127.0.0.2"] });
  running.push(served);
  await served.room.openRoom();
  return { room: served.room, url: `https://127.0.0.2:${new URL(served.url).port}/` };
}

/** Something else that answers there. */
async function stranger(answer: RequestListener, secure = true): Promise<string> {
  const key = makeKey();
  const cert = await makeCertificate(key, ["127.0.0.1"], Date.now());
  const pem = { key: key.export({ format: "pem", type: "pkcs8" }), cert };
  const server: Server = secure ? createSecure(pem, answer) : createPlain(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push(server);
  // A server that listens at a port has an address with one.
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe("a room that is visited by its address", () => {
  test("shows the invitation that is offered there, although nobody vouches for its certificate", async () => {
    const { room, url } = await openRoom();
    await room.offer("#join=AAAA");
    expect(await visitRoom(url)).toEqual({ ok: true, value: "#join=AAAA" });
  });

  test("says so when nothing is offered, and when the room is closed again", async () => {
    const { room, url } = await openRoom();
    expect(await visitRoom(url)).toEqual({ ok: false, reason: "nothing-offered" });
    await room.closeRoom();
    expect(await visitRoom(url)).toEqual({ ok: false, reason: "no-room" });
  });

  test.each([
    ["no JSON", "hello"],
    ["no invitation", "{}"],
    ["an invitation that is a page", '{"invitation":"https://evil.example/#join=AAAA"}'],
    ["an invitation that is a script", '{"invitation":"javascript:alert(1)"}'],
    ["a list", '["#join=AAAA"]'],
  ])("takes %s for no room", async (_what, body) => {
    const url = await stranger((_request, response) => response.end(body));
    expect(await visitRoom(url)).toEqual({ ok: false, reason: "no-room" });
  });

  test("follows no redirect", async () => {
    const url = await stranger((_request, response) =>
      response.writeHead(302, { Location: "https://evil.example/" }).end(),
    );
    expect(await visitRoom(url)).toEqual({ ok: false, reason: "no-room" });
  });

  test("ends an answer that has no end", async () => {
    const url = await stranger((_request, response) => {
      const going = setInterval(() => response.write("x".repeat(4096)));
      response.on("close", () => clearInterval(going));
    });
    expect(await visitRoom(url)).toEqual({ ok: false, reason: "no-room" });
  });

  test("finds no room where somebody speaks without TLS", async () => {
    const url = await stranger((_request, response) => response.end('{"invitation":"#join=AAAA"}'), false);
    expect(await visitRoom(url)).toEqual({ ok: false, reason: "no-room" });
  });
});
