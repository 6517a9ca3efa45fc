/** What a browser does itself. */
interface Native {
  readonly removeChild: (this: Node, child: Node) => Node;
  readonly insertBefore: (this: Node, added: Node, before: Node | null) => Node;
}

/**
 * Lets the program go on where something else in the browser has moved its nodes: translators wrap each text in an element of
 * their own, or put another in its place. Then neither removing the text nor inserting beside it works from its old parent, which
 * stops React (facebook/react#11538). A node that was wrapped is removed where it is; what should stand before it is put before
 * what it was wrapped in. Any other wrong parent fails as ever.
 */
export function bearMovedNodes({ prototype }: typeof Node): void {
  const native: Native = prototype;
  const { removeChild, insertBefore } = native;

  prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    // Another text stands in its place already.
    if (child.parentNode === null) return child;
    if (placeIn(this, child) === null) return remove(this, child);
    // The wrapping goes along where nothing else is left in it.
    let last: Node = child;
    for (let parent = last.parentNode; parent !== null; parent = last.parentNode) {
      remove(parent, last);
      if (parent === this || parent.hasChildNodes()) break;
      last = parent;
    }
    return child;
  };

  prototype.insertBefore = function <New extends Node>(this: Node, added: New, before: Node | null): New {
    // What has no place any more can have nothing before it: what is added stands at the end.
    const place = before?.parentNode === null ? null : before;
    insertBefore.call(this, added, place === null ? null : (placeIn(this, place) ?? place));
    return added;
  };

  function remove<Child extends Node>(parent: Node, child: Child): Child {
    removeChild.call(parent, child);
    return child;
  }
}

/** The child of `parent` that `node` is, or is in; null where it is not in it. */
function placeIn(parent: Node, node: Node): Node | null {
  let place: Node | null = node;
  while (place !== null && place.parentNode !== parent) place = place.parentNode;
  return place;
}
