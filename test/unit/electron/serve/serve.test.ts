import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";

import { serve, type Served, type ServeWish } from "../../../../electron/serve/serve.ts";

let directory = "";
const running: Served[] = [];

beforeAll(() => {
  const place = mkdtempSync(join(tmpdir(), "polyphony-serve-"));
  directory = join(place, "browser");
  mkdirSync(join(directory, "assets"), { recursive: true });
  writeFileSync(join(directory, "index.html"), "<!doctype html><title>Polyphony</title>");
  writeFileSync(join(directory, "assets", "index-abc.js"), "export {};");
  writeFileSync(join(directory, "assets", "letters.woff2"), "letters");
  writeFileSync(join(place, "diary.html"), "not for the browser");
});
afterAll(() => rmSync(join(directory, ".."), { recursive: true }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.close()));
});

async function offer(wish: Partial<ServeWish> = {}): Promise<Served> {
  const served = await serve({ directory, port: 0, ...wish });
  running.push(served);
  return served;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Asks for exactly this path: unlike fetch, it does not tidy the path up or forbid a Host header. */
function ask(served: Served, path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { hostname, port, host } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path, method: options.method ?? "GET", headers: { Host: options.host ?? host } },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    asked.on("error", reject).end();
  });
}

describe("the program at an address of this laptop", () => {
  test("opens at its root, with a policy that lets nothing strange in", async () => {
    const { status, headers, body } = await ask(await offer(), "/");
    expect(status).toBe(200);
    expect(body).toContain("<title>Polyphony</title>");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["cache-control"]).toBe("no-cache");
  });

  test("gives scripts and letters their types, to be kept", async () => {
    const served = await offer();
    const script = await ask(served, "/assets/index-abc.js");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers["cache-control"]).toMatch(/immutable/);
    expect((await ask(served, "/assets/letters.woff2")).headers["content-type"]).toBe("font/woff2");
  });

  test.each([
    "/../diary.html",
    "/assets/../../diary.html",
    "/%2e%2e/diary.html",
    "/..%2fdiary.html",
    "/..\\diary.html",
    "//../diary.html",
    "/%00",
    "/%",
  ])("gives away nothing outside its folder: %s", async (path) => {
    const { status, body } = await ask(await offer(), path);
    expect(status).toBe(404);
    expect(body).toBe("");
  });

  test("refuses a page that reached it under a name of its own", async () => {
    const served = await offer();
    const { status, body } = await ask(served, "/", { host: "evil.example:4807" });
    expect(status).toBe(421);
    expect(body).not.toContain("Polyphony</title>");
  });

  test("refuses to be a relay, and to be written to", async () => {
    const served = await offer();
    expect((await ask(served, "http://evil.example/")).status).toBe(421);
    const written = await ask(served, "/", { method: "POST" });
    expect(written.status).toBe(405);
    expect(written.headers.allow).toBe("GET, HEAD");
  });
});

describe("where it listens", () => {
  test("on loopback, unless told otherwise", async () => {
    expect((await offer()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test("at the port asked for, and not at another when that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    // A server that listens at a port has an address of this form.
    const { port } = taken.address() as AddressInfo;
    await expect(serve({ directory, port })).rejects.toThrow(/EADDRINUSE/);
    await new Promise((resolve) => taken.close(resolve));
    expect(new URL((await offer({ port })).url).port).toBe(String(port));
  });

  test("when nothing is asked for, two find a place beside each other", async () => {
    const first = await serve({ directory });
    running.push(first);
    const second = await serve({ directory });
    running.push(second);
    expect(second.url).not.toBe(first.url);
    expect((await ask(second, "/")).status).toBe(200);
  });
});

describe("signaling beside it", () => {
  function joins(served: Served, origin?: string): Promise<"open" | "refused"> {
    const socket = new WebSocket(served.signalingUrl, origin === undefined ? {} : { origin });
    return new Promise((resolve) => {
      socket.on("open", () => {
        socket.terminate();
        resolve("open");
      });
      socket.on("error", () => resolve("refused"));
    });
  }

  test("is there for the page it serves", async () => {
    const served = await offer();
    expect(await joins(served, new URL(served.url).origin)).toBe("open");
  });

  test("is there for the desktop program of another laptop", async () => {
    expect(await joins(await offer(), "app://polyphony")).toBe("open");
  });

  test("is not there for a page of the web", async () => {
    expect(await joins(await offer(), "https://evil.example")).toBe("refused");
  });

  test("leaves no one waiting at another path", async () => {
    const served = await offer();
    expect(await joins({ ...served, signalingUrl: served.signalingUrl.replace("signaling", "other") })).toBe("refused");
  });

  test("ends with it", async () => {
    const served = await offer();
    const socket = new WebSocket(served.signalingUrl);
    await new Promise((resolve) => socket.on("open", resolve));
    const closed = new Promise((resolve) => socket.on("close", resolve));
    await served.close();
    await closed;
    await expect(ask(served, "/")).rejects.toThrow(/ECONNREFUSED/);
  });
});
