// What opens over the page stays inside its main landmark, so that screen readers find it where it belongs.
export const INSIDE_MAIN = { target: '#main' } as const;
