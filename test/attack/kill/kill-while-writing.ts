import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { meeting } from "../../contract/kept.ts";
import { chanceFrom } from "../../contract/chance.ts";
import { lookAfterKill, type Finding } from "./look-after-kill.ts";
import { lifeOf, type Life, type WriterOrder } from "./progress.ts";

/** How many processes die over one vault before the next one begins with a new one. */
const LIVES = 6;
/** A process is killed when it has said so many lines at most; the first is that it opens its vault. */
const MOST_LINES = 30;
/** And so long after that at most: while it does what it said, or has done it and is about to say so, or later. */
const LONGEST_AFTER_MS = 4;
/** Where Node keeps what it has compiled of the writer. */
const COMPILED = "compiled";

/** How often to kill, and where. The same seed writes the same and waits the same; the machine decides what that meets. */
export interface KillWish {
  readonly times: number;
  readonly seed: number;
  readonly parallel: number;
  /** An existing directory for the vaults. What is made in it is removed again. */
  readonly dir: string;
}

/** What came of it. Everything but the first two has to be 0. */
export interface KillCount {
  readonly killed: number;
  /** Entries of which a process had been told that they are kept, at every kill. */
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
  /** Vaults in which an entry that was there proved nothing, or something was missing between two. */
  readonly chainsBroken: number;
  /** Vaults that were kept in part: of what was asked together, some was done and some was not. */
  readonly halfDone: number;
  /** Vaults in which something was found that was said to be gone. */
  readonly notErased: number;
  /** Vaults that could not be read, or said that something is damaged; processes that were refused. */
  readonly inTrouble: number;
}

/**
 * Kills processes that write into a SQLite vault, with SIGKILL, each at some moment of its short life, and looks after each kill
 * what the vault has. Six processes die over one vault, one after the other.
 */
export async function killWhileWriting({ times, seed, parallel, dir }: KillWish): Promise<KillCount> {
  const findings: Finding[] = [];
  const rounds = Array.from({ length: Math.ceil(times / LIVES) }, (_, round) => round);
  async function work(): Promise<void> {
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
      const directory = join(dir, `vault-${round}`);
      await mkdir(directory);
      const lives: Life[] = [];
      for (let life = 0; life < LIVES && round * LIVES + life < times; life += 1) {
        lives.push(await killOne(dir, { directory, meeting, seed: seed * 100_000 + round * LIVES + life }));
        findings.push(await lookAfterKill(directory, meeting, lives));
      }
      await rm(directory, { recursive: true });
    }
  }
  await once(spawnWriter(dir), "close");
  await Promise.all(Array.from({ length: parallel }, work));
  await rm(join(dir, COMPILED), { recursive: true, force: true });
  const sum = (count: (finding: Finding) => number) => findings.reduce((total, finding) => total + count(finding), 0);
  return {
    killed: findings.length,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    acknowledgedLost: sum(({ lost }) => lost),
    chainsBroken: sum(({ isChainBroken }) => Number(isChainBroken)),
    halfDone: sum(({ isHalfDone }) => Number(isHalfDone)),
    notErased: sum(({ isNotErased }) => Number(isNotErased)),
    inTrouble: sum(({ isInTrouble }) => Number(isInTrouble)),
  };
}

async function killOne(dir: string, order: WriterOrder): Promise<Life> {
  const child = spawnWriter(dir, JSON.stringify(order));
  const closed = once(child, "close");
  const chance = chanceFrom(order.seed);
  const [lastLine, afterMs] = [1 + chance(MOST_LINES), (chance(1000) / 1000) * LONGEST_AFTER_MS];
  let output = "";
  let isDoomed = false;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    if (isDoomed || output.split("\n").length <= lastLine) return;
    isDoomed = true;
    setTimeout(() => child.kill("SIGKILL"), afterMs);
  });
  await closed;
  return lifeOf(output);
}

function spawnWriter(dir: string, ...order: readonly string[]) {
  return spawn(process.execPath, [fileURLToPath(new URL("writer.ts", import.meta.url)), ...order], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(dir, COMPILED) },
    stdio: ["ignore", "pipe", "inherit"],
  });
}
