import ts from 'typescript';
import { expect, it } from 'vitest';
import { isTest, sources } from './sources.ts';

const HALF_WIDTH_BESIDE_CHINESE =
  /[\u3400-\u9fff”》〕][,;:?!](?!\/\/|\d{3}\b)|[,;:?!][\u3400-\u9fff“《]|\([^()]*[\u3400-\u9fff][^()]*\)/;

/** Patterns for other people's texts, where half-width punctuation is what is met. */
const READS_OTHERS = /^src\/annual-report\/(read|check\/claims|check\/wording)\//;

it('Chinese that users read has full-width punctuation', () => {
  const wrong = [...sources('src'), ...sources('console')]
    .filter((source) => !isTest(source) && !READS_OTHERS.test(source.path))
    .flatMap(({ path, text }) =>
      literals(path, text)
        .filter((literal) => HALF_WIDTH_BESIDE_CHINESE.test(literal))
        .map((literal) => `${path}: ${literal.slice(0, 80)}`),
    );
  expect(wrong).toEqual([]);
});

/** Text of string literals, templates and JSX; regular expressions and comments are not read by users. */
function literals(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}
