import { recordsKept } from "../twins/what-is-kept.ts";
import { bytesOf, KEPT, same } from "./kept.ts";
import type { VaultPromise } from "./vault.ts";

/** What every vault promises of the sealed records it keeps. */
export const RECORD_PROMISES: readonly VaultPromise[] = [
  {
    title: "keeps a record under its name, and the last one that was put there",
    async isKept(newDevice) {
      const device = await newDevice();
      const vault = await device.open();
      await vault.putRecord("meeting/1", bytesOf("old"));
      same(await vault.putRecord("meeting/1", bytesOf("new")), KEPT);
      same(await recordsKept(await device.open(), ""), [{ name: "meeting/1", sealed: bytesOf("new") }]);
    },
  },
  {
    title: "finds records by how their names begin, in the order of their names",
    async isKept(newDevice) {
      const vault = await (await newDevice()).open();
      const names = ["voice/b/2", "meeting/2", "voice/a/1", "meeting/10", "meeting", "voice/b/1", "meeting/ü"];
      for (const name of names) await vault.putRecord(name, bytesOf(name));
      const found = async (prefix: string) => (await recordsKept(vault, prefix)).map(({ name }) => name);
      same(await found("meeting/"), ["meeting/10", "meeting/2", "meeting/ü"]);
      same(await found("voice/b/"), ["voice/b/1", "voice/b/2"]);
      same(await found("nothing"), []);
      same(await found(""), names.toSorted());
      for (const { name, sealed } of await recordsKept(vault, "")) same(sealed, bytesOf(name));
    },
  },
];
