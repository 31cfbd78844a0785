import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals'

/** Takes the whitespace out of our templates and styles. */
export const minifyLiterals = () => ({ ...minifyTemplateLiterals(LITERALS), apply: 'build' })

const LITERALS = {
  include: '**/widget/**/*.ts',
  // It has no literals of CSS, and the plugin would warn of its `unsafeCSS`.
  exclude: '**/widget/colours.ts',
  failOnError: true,
}
