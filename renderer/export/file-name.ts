/** A file name that every system takes, made of the meeting's own name, and of whose copy it is. */
export function fileNameOf(meetingName: string, ending: string, ...more: readonly string[]): string {
  const kept = [meetingName, ...more]
    .map((part) =>
      part
        .normalize("NFC")
        .replace(/[\p{C}/\\:*?"<>|.]+/gu, " ")
        .trim()
        .replace(/\s+/gu, "-")
        .slice(0, 60),
    )
    .filter((part) => part !== "")
    .join("-");
  return `${kept === "" ? "polyphony" : kept}.${ending}`;
}
