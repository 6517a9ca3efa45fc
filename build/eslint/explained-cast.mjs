/**
 * House rule: a cast claims what the compiler cannot see, so a comment says why it is true. The comment stands in the
 * same statement, on the line before it, or at the end of the cast's line. `as const` claims nothing.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const explainedCast = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { unexplained: "Say in a comment why this cast is true, or parse the value instead." },
  },
  create(context) {
    const { sourceCode } = context;
    const commentLines = new Set(
      sourceCode.getAllComments().flatMap(({ loc }) => (loc ? linesBetween(loc.start.line, loc.end.line) : [])),
    );

    /** @param {unknown} found */
    function check(found) {
      // ESLint calls this with the node types named below, whose shape TypeScript's parser adds to ESLint's own.
      const node = /** @type {CastNode} */ (found);
      if (node.typeAnnotation.typeName?.name === "const") return;
      // What is cast is one claim, however many steps it takes: `value as unknown as Bytes`.
      if (node.parent.type === "TSAsExpression") return;
      const statement = enclosingStatement(node);
      const explained = linesBetween(statement.loc.start.line - 1, node.loc.end.line);
      if (!explained.some((line) => commentLines.has(line))) {
        context.report({ loc: node.loc, messageId: "unexplained" });
      }
    }
    return { TSAsExpression: check, TSTypeAssertion: check };
  },
};

/**
 * @typedef {object} PlacedNode
 * @property {string} type
 * @property {import("eslint").AST.SourceLocation} loc
 * @property {PlacedNode} parent
 *
 * @typedef {PlacedNode & { typeAnnotation: { typeName?: { name?: string } } }} CastNode
 */

/**
 * The statement, class member or module item that a node is part of.
 * @param {PlacedNode} node
 * @returns {PlacedNode}
 */
function enclosingStatement(node) {
  return /(?:Statement|Declaration|Definition|Program)$/.test(node.type) ? node : enclosingStatement(node.parent);
}

/**
 * @param {number} first
 * @param {number} last
 */
function linesBetween(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
