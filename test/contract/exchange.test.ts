import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createRedisExchange, type RedisExchange } from "../../electron/rendezvous/redis-exchange.ts";
import { startRedis, type RedisServer } from "../cast/redis-server.ts";
import { soon } from "../cast/soon.ts";
import { memoryExchanges } from "../twins/memory-exchange.ts";
import { keepsTheExchangesPromises } from "./exchange.ts";

describe("An exchange in memory", () => {
  let instance = memoryExchanges();
  afterEach(() => {
    instance = memoryExchanges();
  });
  keepsTheExchangesPromises(async () => instance());
});

describe("An exchange by Redis", () => {
  let redis: RedisServer;
  const begun: RedisExchange[] = [];

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(() => {
    for (const exchange of begun.splice(0)) exchange.close();
  });
  afterAll(() => redis.kill());

  async function begin(changed: (isConnected: boolean) => void = () => undefined): Promise<RedisExchange> {
    const exchange = createRedisExchange(redis.url, changed);
    begun.push(exchange);
    await soon(() => expect(exchange.isConnected).toBe(true));
    return exchange;
  }

  keepsTheExchangesPromises(() => begin());

  it("tells when Redis goes, and finds it again with all that is heard", async () => {
    const told: boolean[] = [];
    const [here, there] = [await begin((isConnected) => told.push(isConnected)), await begin()];
    const heard: string[] = [];
    const cease = there.hear("before", (message) => heard.push(message.toString("utf8")));
    await redis.kill();
    await soon(() => expect(told).toEqual([true, false]));
    expect(await here.publish("before", Buffer.from("lost"))).toBe(false);
    there.hear("meanwhile", (message) => heard.push(message.toString("utf8")));
    cease();
    await redis.start();
    await soon(() => expect(told).toEqual([true, false, true]));
    await soon(async () => expect(await here.publish("meanwhile", Buffer.from("found"))).toBe(true));
    await soon(() => expect(heard).toContain("found"));
    await soon(async () => expect(await here.publish("before", Buffer.from("x"))).toBe(false));
  });

  it("answers at once that nobody hears while there is no Redis, and ends when told so", async () => {
    const lost = createRedisExchange("redis://127.0.0.1:1", () => undefined);
    lost.hear("a", () => undefined);
    expect(await lost.publish("a", Buffer.from("x"))).toBe(false);
    lost.close();
    expect(lost.isConnected).toBe(false);
  });
});
