import type { Plugin } from 'vite'

/** Leaves out of Lit's templates what ours never ask of them. On another Lit it stops the build. */
export function withoutUnused(): Plugin {
  return {
    name: 'without-unused',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return undefined
      return UNUSED.reduce((text, [pattern, instead]) => {
        const less = text.replace(pattern, instead)
        if (less === text) this.error(`Lit is another one: it has no ${pattern}`)
        return less
      }, code)
    },
  }
}

/**
 * What Lit's templates can do and ours never ask of them, each with what takes its place: directives, tags and comments
 * as holes, other namespaces, options of listeners, getters for extensions. Every visitor would wait for its 700 bytes.
 */
const UNUSED: [RegExp, string][] = [
  [/function M\(t,i,s=t,e\)\{.*?,i\}(?=class R)/, 'function M(t,i){return i}'],
  [/get [\w$]+\(\)\{[^{}]*\}/g, ''],
  [/setConnected\(t\)\{[^{}]*\}/, ''],
  [/class Z\{.*?\}\}(?=const)/, ''],
  [/6===\w\.type&&\(\w=new Z\([^)]*\)\)/, '0'],
  [/else \w\.startsWith\(\w\)&&\([^;]*?type:6[^;]*?removeAttribute\(\w\)\)/, ''],
  [/const j=\{.*?litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, 'const j={};'],
  [/else\{let t=-1;for\(.*?length-1\}/, ''],
  [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
  [/\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, ''],
  [/,2===\w\|\|3===\w\)\{const t=this.*?childNodes\)\}/, ',0);'],
  [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, '(c=p)'],
  [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
  [/"number"==typeof s\?(this\._\$AC\(t\)):\(.*?,s\)/, '$1'],
  [/\|\|t\.capture!==.*?passive!==s\.passive/, ''],
  [/"function"==typeof this\._\$AH\?.*?handleEvent\(t\)/, 'this._$AH(t)'],
  [/constructor\([^)]*\)\{super\([^)]*\),this\.type=\d\}/g, ''],
]
