// What we use of subset-font, which brings no types of its own.
declare module 'subset-font' {
  const subsetFont: (
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: 'woff2' | 'woff' | 'sfnt'
      noHinting?: boolean
      variationAxes?: Record<string, { min: number; max: number }>
    }
  ) => Promise<Uint8Array>
  export default subsetFont
}
