declare module 'talisman/phonetics/french/*.js' {
  const encode: (word: string) => string;
  export default encode;
}
