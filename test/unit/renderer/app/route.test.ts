import { describe, expect, it } from "vitest";
import { fragmentOf, parseRoute, type Route } from "../../../../renderer/app/route.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";

const PLACES: readonly Route[] = [
  { screen: "home" },
  { screen: "start" },
  { screen: "settings" },
  { screen: "join", invitation: null },
  ...(["room", "voice", "propose", "read", "record", "card", "aloud"] as const).map(
    (part) => ({ screen: "meeting", meeting, part }) as const,
  ),
];

describe("the address", () => {
  it.each(PLACES)("leads back to the place it was made from: $screen $part", (place) => {
    expect(parseRoute(fragmentOf(place))).toEqual(place);
  });

  it("takes an invitation in, and never gives one out", () => {
    const place = parseRoute("#join=a-secret");
    expect(place).toEqual({ screen: "join", invitation: "#join=a-secret" });
    expect(fragmentOf(place)).not.toContain("a-secret");
  });

  it.each(["", "#", "#/nowhere", "#/meeting/", "#/meeting/a b", "#/meeting/<script>", "javascript:alert(1)"])(
    "leads to the first page when it says nothing known: %j",
    (fragment) => {
      expect(parseRoute(fragment)).toEqual({ screen: "home" });
    },
  );

  it("leads into the room when the part is not known", () => {
    expect(parseRoute("#/meeting/samiras-meeting/elsewhere")).toEqual({ screen: "meeting", meeting, part: "room" });
  });
});
