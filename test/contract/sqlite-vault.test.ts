import { afterEach, describe, it } from "vitest";

import { newSqliteDevice, type SqliteDevice } from "./sqlite-device.ts";
import { VAULT_PROMISES } from "./vault.ts";

const devices: SqliteDevice[] = [];

afterEach(() => {
  for (const device of devices.splice(0)) device.remove();
});

async function newDevice(): Promise<SqliteDevice> {
  const device = newSqliteDevice();
  devices.push(device);
  return device;
}

describe("the desktop's vault in SQLite files on a real disk", () => {
  it.each(VAULT_PROMISES)("$title", ({ isKept }) => isKept(newDevice));
});
