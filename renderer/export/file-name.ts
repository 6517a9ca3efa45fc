/** A file name that every system takes, made of the meeting's own name. */
export function fileNameOf(meetingName: string, ending: string): string {
  const kept = meetingName
    .normalize("NFC")
    .replace(/[\p{C}/\\:*?"<>|.]+/gu, " ")
    .trim()
    .replace(/\s+/gu, "-")
    .slice(0, 80);
  return `${kept === "" ? "polyphony" : kept}.${ending}`;
}
