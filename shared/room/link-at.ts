/**
 * The invitation `link` as another laptop opens it: at the likeliest address of the room, where it is open and has one. What
 * invites stands in the fragment, which stays as it is.
 */
export function linkAt(
  room: { readonly isOpen: boolean; readonly addresses: readonly string[] } | null,
  link: string,
): string {
  const [address] = room?.isOpen === true ? room.addresses : [];
  const mark = link.indexOf("#");
  return address === undefined || mark < 0 ? link : address + link.slice(mark);
}
