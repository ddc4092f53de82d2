/** A shell script imported as its text: the bundler and the test runner both load it so. */
declare module '*.sh' {
  const text: string
  export default text
}
