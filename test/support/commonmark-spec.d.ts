declare module 'commonmark-spec' {
  const spec: { readonly text: string; readonly tests: readonly { readonly markdown: string }[] };
  export default spec;
}
