import { isIP } from "node:net";
import * as v from "valibot";

import type { Turn } from "./turn.ts";

/** Everything an organisation can say about its rendezvous. README.md lists the names. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** The built page. */
  readonly directory: string;
  /** Files with a certificate and its key; null when something in front speaks TLS. */
  readonly pem: { readonly certificate: string; readonly key: string } | null;
  readonly redisUrl: string | null;
  readonly turn: Turn | null;
  /** The addresses and networks of what stands in front, whose word about the client's address is believed. */
  readonly trustedProxies: readonly string[];
  /** Origins of other pages of the program that may come here, beside its own. */
  readonly origins: readonly string[];
  readonly connections: number;
  readonly connectionsPerAddress: number;
}

type Parsed =
  { readonly ok: true; readonly value: Configuration } | { readonly ok: false; readonly sentences: readonly string[] };

function whole(name: string, least: number, most: number) {
  const sentence = `${name} has to be a whole number from ${least} to ${most}.`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, sentence),
    v.transform(Number),
    v.minValue(least, sentence),
    v.maxValue(most, sentence),
  );
}

/** Several values with commas between them, each of which has to fit. */
function list(fits: (value: string) => boolean, sentence: string) {
  return v.pipe(
    v.string(),
    v.transform((text) =>
      text
        .split(",")
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    ),
    v.check((values) => values.every(fits), sentence),
  );
}

function hasScheme(value: string, ...schemes: readonly string[]): boolean {
  return schemes.some((scheme) => value.startsWith(scheme)) && URL.canParse(value);
}

function isNetwork(value: string): boolean {
  const [address = "", bits, ...rest] = value.split("/");
  const longest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && +bits <= longest));
}

const schema = v.object({
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.check((host) => isIP(host) !== 0, "HOST has to be an IP address of this machine, or 0.0.0.0."),
    ),
    "0.0.0.0",
  ),
  PORT: v.optional(whole("PORT", 0, 65_535), "8080"),
  DIRECTORY: v.optional(v.string(), "out/browser"),
  CERTIFICATE: v.optional(v.string()),
  KEY: v.optional(v.string()),
  REDIS_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (url) => hasScheme(url, "redis://", "rediss://"),
        "REDIS_URL has to look like redis://name-or-address:6379.",
      ),
    ),
  ),
  TURN_URLS: v.optional(
    list(
      (url) => hasScheme(url, "turn:", "turns:", "stun:"),
      "TURN_URLS has to be addresses like turn:turn.example.org:3478, with commas between them.",
    ),
  ),
  TURN_SECRET: v.optional(v.pipe(v.string(), v.minLength(16, "TURN_SECRET has to have at least 16 characters."))),
  TURN_SECONDS: v.optional(whole("TURN_SECONDS", 2, 86_400), "3600"),
  TRUST_PROXY: v.optional(
    list(isNetwork, "TRUST_PROXY has to be IP addresses or networks like 10.0.0.0/8, with commas between them."),
    "",
  ),
  ORIGINS: v.optional(
    list(
      (origin) => hasScheme(origin, "https://", "http://") && new URL(origin).origin === origin,
      "ORIGINS has to be origins like https://meet.example.org, without a slash at the end.",
    ),
    "",
  ),
  MAX_CONNECTIONS: v.optional(whole("MAX_CONNECTIONS", 1, 1_000_000), "10000"),
  MAX_CONNECTIONS_PER_ADDRESS: v.optional(whole("MAX_CONNECTIONS_PER_ADDRESS", 1, 1_000_000), "64"),
});

/** Reads the configuration from the environment. What cannot be meant is told in sentences, all at once. */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): Parsed {
  // An empty value, as compose files write it for an absent one, means none.
  const said = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = v.safeParse(schema, said);
  if (!parsed.success) return { ok: false, sentences: parsed.issues.map(({ message }) => message) };
  const { output } = parsed;
  const { CERTIFICATE: certificate, KEY: key, TURN_URLS: urls, TURN_SECRET: secret } = output;

  const sentences = [
    ...((certificate === undefined) === (key === undefined) ? [] : ["CERTIFICATE and KEY have to be given together."]),
    ...((urls === undefined) === (secret === undefined)
      ? []
      : ["TURN_URLS and TURN_SECRET have to be given together."]),
  ];
  if (sentences.length > 0) return { ok: false, sentences };
  return {
    ok: true,
    value: {
      host: output.HOST,
      port: output.PORT,
      directory: output.DIRECTORY,
      pem: certificate === undefined || key === undefined ? null : { certificate, key },
      redisUrl: output.REDIS_URL ?? null,
      turn: urls === undefined || secret === undefined ? null : { urls, secret, seconds: output.TURN_SECONDS },
      trustedProxies: output.TRUST_PROXY,
      origins: output.ORIGINS,
      connections: output.MAX_CONNECTIONS,
      connectionsPerAddress: output.MAX_CONNECTIONS_PER_ADDRESS,
    },
  };
}
