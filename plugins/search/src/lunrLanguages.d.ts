declare module 'lunr-languages/*' {
  const extend: (library: typeof import('lunr')) => void
  export default extend
}
