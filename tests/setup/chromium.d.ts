/** Path of a Chromium that starts. */
export const setUpChromium: () => string
